import { LitElement, css, html, nothing } from 'lit';
import './star-rating.js';

const KINDS = { genre: 'genre', director: 'director', actor: 'with', tag: 'tag', title_word: 'title', year: 'around', runtime: 'length' };

// Why the movie is here, in words.
function reasonText(reason) {
  switch (reason.kind) {
    case 'rated':
      return `Because you gave ${reason.value ?? `movie ${reason.movieId}`} ${reason.rating}\u00a0★`;
    case 'similar':
      return `Like ${reason.value ?? `movie ${reason.movieId}`}${reason.rating ? `, which you gave ${reason.rating}\u00a0★` : ''}`;
    case 'popular':
    case 'model':
    case 'content':
      return reason.value;
    default:
      return `${KINDS[reason.kind.toLowerCase()] ?? reason.kind}: ${reason.value}`;
  }
}

// The strongest two of people's taste, the strongest of its content, and one feature: enough to understand, no more.
function mainReasons(reasons) {
  const of = (kinds, count) => reasons.filter((reason) => kinds(reason.kind)).slice(0, count);
  return [
    ...of((kind) => kind === 'rated', 2),
    ...of((kind) => kind === 'similar', 1),
    ...of((kind) => kind !== 'rated' && kind !== 'similar', 2),
  ];
}

// One movie: what it is, why it is here, what you think of it.
class MovieCard extends LitElement {
  static properties = {
    movie: { type: Object },
    rating: { type: Number },
    rank: { type: Number },
  };

  static styles = css`
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
      padding: 16px;
      background: var(--card);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    h3 {
      margin: 0;
      font-size: 18px;
      line-height: 1.25;
      text-wrap: balance;
    }
    .year,
    .genres,
    .stars small {
      color: var(--faint);
    }
    .genres {
      font-size: 14px;
    }
    .year {
      font-weight: 400;
    }
    .stars {
      color: var(--star);
      font-weight: 600;
    }
    ul {
      margin: 0;
      padding: 0 0 0 18px;
      font-size: 14px;
      color: var(--faint);
      flex: 1;
    }
    footer {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: center;
      gap: 4px 12px;
    }
    button {
      font: inherit;
      font-size: 14px;
      color: var(--accent);
      background: none;
      border: 0;
      padding: 6px 0;
      cursor: pointer;
    }
  `;

  render() {
    const { movieId, title, year, genres, predictedRating, reasons } = this.movie;
    const name = title ?? `Movie ${movieId}`;
    return html`
      <h3>${this.rank ? html`<span class="year">${this.rank}.</span> ` : nothing}${name}
        ${year ? html`<span class="year">${year}</span>` : nothing}</h3>
      ${genres?.length ? html`<div class="genres">${genres.join(' · ')}</div>` : nothing}
      ${predictedRating ? html`<div class="stars">★ ${predictedRating.toFixed(1)} <small>expected of you</small></div>` : nothing}
      <ul>${mainReasons(reasons ?? []).map((reason) => html`<li>${reasonText(reason)}</li>`)}</ul>
      <footer>
        <star-rating .value=${this.rating ?? 0} .label=${name} @rate=${this.#rate}></star-rating>
        <button @click=${() => this.#fire('similar', { movieId, title: name })}>More like this</button>
      </footer>`;
  }

  #rate(event) {
    event.stopPropagation();
    this.#fire('rate', { movieId: this.movie.movieId, title: this.movie.title, rating: event.detail });
  }

  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

customElements.define('movie-card', MovieCard);
