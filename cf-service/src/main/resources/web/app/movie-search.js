import { LitElement, css, html, nothing } from 'lit';
import { search } from './api.js';
import './star-rating.js';

const PAUSE_MS = 200;

// Finds movies as one types, so that they can be rated.
class MovieSearch extends LitElement {
  static properties = {
    ratings: { type: Object },
    found: { state: true },
    problem: { state: true },
  };

  static styles = css`
    input {
      width: 100%;
      font: inherit;
      padding: 12px 16px;
      color: inherit;
      background: var(--card);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    ul {
      list-style: none;
      margin: 8px 0 0;
      padding: 0;
      background: var(--card);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: center;
      gap: 4px 16px;
      padding: 8px 16px;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    small,
    p {
      color: var(--faint);
    }
    p {
      margin: 8px 16px;
    }
  `;

  #timer;

  #text = '';

  render() {
    return html`
      <input type="search" placeholder="Find a movie to rate" aria-label="Find a movie to rate" @input=${this.#typed}>
      ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}
      ${this.found?.length === 0 ? html`<p>No movie is called that.</p>` : nothing}
      ${this.found?.length ? html`<ul>${this.found.map((movie) => html`<li>
        <span>${movie.title} <small>${movie.year}</small></span>
        <star-rating .value=${this.ratings?.get(movie.movieId)?.rating ?? 0} .label=${movie.title}
          @rate=${(event) => this.#rate(movie, event)}></star-rating>
      </li>`)}</ul>` : nothing}`;
  }

  #typed(event) {
    clearTimeout(this.#timer);
    this.#text = event.target.value.trim();
    this.#timer = setTimeout(() => this.#search(this.#text), PAUSE_MS);
  }

  async #search(text) {
    if (text === '') {
      this.found = undefined;
      return;
    }
    try {
      const result = await search(text);
      if (text === this.#text) { // a slower answer to an older text must not replace a newer one
        this.found = result.items;
        this.problem = undefined;
      }
    } catch (failure) {
      this.found = undefined;
      this.problem = failure.message;
    }
  }

  #rate(movie, event) {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('rate', {
      detail: { movieId: movie.movieId, title: movie.title, rating: event.detail }, bubbles: true, composed: true,
    }));
  }
}

customElements.define('movie-search', MovieSearch);
