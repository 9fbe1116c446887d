import { LitElement, html, nothing } from 'lit';
import { untilAnswered } from './again.js';
import * as api from './api.js';
import { appStyles } from './app-styles.js';
import { viewerFor } from './viewer.js';
import './movie-card.js';
import './movie-search.js';

const LIST_SIZE = 12;

// The page: who looks, what they rated, what they should see next.
class MarqueeApp extends LitElement {
  static properties = {
    info: { state: true },
    genres: { state: true },
    genre: { state: true },
    diversity: { state: true },
    userId: { state: true },
    ratings: { state: true },
    list: { state: true },
    likeThis: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  static styles = appStyles;

  constructor() {
    super();
    this.genre = '';
    this.diversity = 0.2;
    this.genres = [];
    this.ratings = new Map();
    this.userId = Number(new URLSearchParams(location.search).get('user')) || undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener('rate', (event) => this.#rate(event.detail));
    this.addEventListener('similar', (event) => this.#similar(event.detail));
    api.page().then((info) => { this.info = info; }).catch((failure) => { this.problem = failure.message; });
    untilAnswered(async () => {
      this.genres = (await api.genres()).map((entry) => entry.name ?? entry.genre ?? entry);
      return this.genres.length > 0;
    });
    this.#refresh();
  }

  render() {
    return html`
      <header>
        <h1>Marquee</h1>
        <nav><a href="q/swagger-ui">REST API</a></nav>
      </header>
      ${this.info?.generatedRatings ? html`<p class="notice">This is the bundled sample: the films are real,
        the ratings are generated. They are nobody's opinion.</p>` : nothing}
      <main>
        ${this.#controls()}
        <movie-search .ratings=${this.ratings}></movie-search>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
        ${this.likeThis ? this.#likeThis() : nothing}
        ${this.#recommendations()}
        ${this.#rated()}
      </main>`;
  }

  #controls() {
    return html`<form class="controls" @submit=${(event) => event.preventDefault()}>
      <label>Recommend for
        <select @change=${(event) => this.#look(event.target.value === 'visitor' ? undefined : this.userId ?? 1)}>
          <option value="visitor" ?selected=${!this.userId}>you, a visitor</option>
          <option value="user" ?selected=${this.userId}>a stored user</option>
        </select>
      </label>
      ${this.userId ? html`<label>User
        <input type="number" min="1" .value=${String(this.userId)}
          @change=${(event) => this.#look(Number(event.target.value) || 1)}></label>` : nothing}
      <label>Genre
        <select @change=${(event) => this.#wish({ genre: event.target.value })}>
          <option value="">all</option>
          ${this.genres.map((genre) => html`<option ?selected=${genre === this.genre}>${genre}</option>`)}
        </select>
      </label>
      <label>Variety
        <input type="range" min="0" max="1" step="0.1" .value=${String(this.diversity)}
          @change=${(event) => this.#wish({ diversity: Number(event.target.value) })}>
      </label>
    </form>`;
  }

  #recommendations() {
    if (!this.list) {
      return nothing;
    }
    return html`<section aria-busy=${Boolean(this.busy)}>
      <h2>${this.userId ? `For user ${this.userId}` : 'For you'}</h2>
      ${this.list.notes?.map((note) => html`<p class="note">${note}</p>`)}
      <div class="grid">${this.list.items.map((movie, index) => html`<movie-card .movie=${movie} .rank=${index + 1}
        .rating=${this.ratings.get(movie.movieId)?.rating}></movie-card>`)}</div>
      ${this.list.items.length === 0 ? html`<p class="note">No unseen movie fits these filters.</p>` : nothing}
    </section>`;
  }

  #likeThis() {
    return html`<section>
      <h2>Like ${this.likeThis.title} <button @click=${() => { this.likeThis = undefined; }}>close</button></h2>
      <div class="grid">${this.likeThis.items.map((movie) => html`<movie-card .movie=${movie}
        .rating=${this.ratings.get(movie.movieId)?.rating}></movie-card>`)}</div>
    </section>`;
  }

  #rated() {
    const rated = [...this.ratings.values()];
    return rated.length === 0 ? nothing : html`<section>
      <h2>${this.userId ? 'Rated' : 'You rated'} <small>${rated.length}</small></h2>
      <ul class="rated">${rated.map((movie) => html`<li><span>${movie.title ?? `Movie ${movie.movieId}`}</span>
        <star-rating .value=${movie.rating} .label=${movie.title ?? ''} @rate=${(event) => {
          event.stopPropagation();
          this.#rate({ ...movie, rating: event.detail });
        }}></star-rating></li>`)}</ul>
    </section>`;
  }

  #look(userId) {
    this.userId = userId;
    this.likeThis = undefined;
    history.replaceState(null, '', userId ? `?user=${userId}` : location.pathname);
    this.#refresh();
  }

  #wish(change) {
    Object.assign(this, change);
    this.#refresh();
  }

  async #rate(rating) {
    await this.#guard(() => viewerFor(this.userId).rate(rating));
    await this.#refresh();
  }

  async #similar({ movieId, title }) {
    await this.#guard(async () => {
      const result = await api.similar(movieId);
      this.likeThis = { title, items: result.items.map((item) => ({ ...item.movie, reasons: item.reasons })) };
      window.scrollTo({ top: 0, behavior: 'smooth' });
    });
  }

  async #refresh() {
    const viewer = viewerFor(this.userId);
    const wish = { limit: LIST_SIZE, genre: this.genre || undefined, diversity: this.diversity };
    this.busy = true;
    await this.#guard(async () => {
      const [ratings, list] = await Promise.all([viewer.ratings(), viewer.recommend(wish)]);
      this.ratings = ratings;
      this.list = list;
    });
    this.busy = false;
  }

  async #guard(work) {
    try {
      this.problem = undefined;
      await work();
    } catch (failure) {
      this.problem = failure.message;
    }
  }
}

customElements.define('marquee-app', MarqueeApp);
