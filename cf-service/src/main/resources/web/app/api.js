// The REST interface, as far as the page needs it. Every failure becomes an Error whose message is for people.

const BASE = 'api/v1';

async function call(path, { method = 'GET', body } = {}) {
  let response;
  try {
    response = await fetch(`${BASE}${path}`, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Error('The service does not answer. Is it still running?');
  }
  if (response.ok) {
    return response.status === 204 || response.headers.get('Content-Length') === '0' ? null : response.json();
  }
  const problem = await response.json().catch(() => ({}));
  const failure = new Error(problem.detail ?? `The service answered with status ${response.status}.`);
  failure.status = response.status;
  throw failure;
}

const query = (values) => new URLSearchParams(
  Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
);

export const page = () => call('/page');
export const genres = () => call('/catalogue/genres');
export const search = (text) => call(`/catalogue/movies?${query({ query: text, size: 8 })}`);
export const similar = (movieId) => call(`/catalogue/movies/${movieId}/similar?limit=8`);
export const ratingsOf = (userId) => call(`/users/${userId}/ratings?size=200`);
export const rate = (userId, movieId, rating) =>
  call(`/users/${userId}/ratings/${movieId}`, { method: 'PUT', body: { rating } });
export const unrate = (userId, movieId) => call(`/users/${userId}/ratings/${movieId}`, { method: 'DELETE' });
export const recommendFor = (userId, wish) => call(`/users/${userId}/recommendations?${query({ ...wish, explain: true })}`);
export const recommendFrom = (ratings, wish) =>
  call('/recommendations', { method: 'POST', body: { ratings, ...wish, explain: true } });
export const popular = (wish) => call(`/movies/popular?${query(wish)}`);
