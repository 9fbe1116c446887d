// Who looks at the page: a stored user, or a visitor whose ratings stay in the browser and are sent along.

import * as api from './api.js';

const STORE = 'marquee.visitor.ratings';

class StoredUser {
  constructor(userId) {
    this.userId = userId;
  }

  async ratings() {
    const page = await api.ratingsOf(this.userId);
    return new Map(page.items.map((rating) => [rating.movieId, rating]));
  }

  rate({ movieId, rating }) {
    return rating === null ? api.unrate(this.userId, movieId) : api.rate(this.userId, movieId, rating);
  }

  recommend(wish) {
    return api.recommendFor(this.userId, wish);
  }
}

class Visitor {
  #stored() {
    try {
      return JSON.parse(localStorage.getItem(STORE)) ?? [];
    } catch {
      return [];
    }
  }

  async ratings() {
    return new Map(this.#stored().map((rating) => [rating.movieId, rating]));
  }

  async rate({ movieId, title, rating }) {
    const others = this.#stored().filter((old) => old.movieId !== movieId);
    localStorage.setItem(STORE, JSON.stringify(rating === null ? others : [...others, { movieId, title, rating }]));
  }

  recommend(wish) {
    return api.recommendFrom(this.#stored().map(({ movieId, rating }) => ({ movieId, rating })), wish);
  }
}

export const viewerFor = (userId) => (userId ? new StoredUser(userId) : new Visitor());
