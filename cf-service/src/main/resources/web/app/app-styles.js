import { css } from 'lit';

export const appStyles = css`
  :host {
    display: block;
    max-width: 1180px;
    margin: 0 auto;
    padding: 0 20px 48px;
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    padding: 20px 0 12px;
  }
  h1 {
    margin: 0;
    font-size: 28px;
    letter-spacing: -0.02em;
    color: var(--accent);
  }
  h2 {
    font-size: 20px;
    margin: 32px 0 12px;
  }
  h2 small,
  .note {
    color: var(--faint);
    font-weight: 400;
  }
  a {
    color: inherit;
  }
  button {
    font: inherit;
    font-size: 14px;
    color: var(--accent);
    background: none;
    border: 0;
    cursor: pointer;
  }
  .notice {
    margin: 0 0 16px;
    padding: 10px 16px;
    border-left: 4px solid var(--star);
    background: var(--card);
    border-radius: 4px;
  }
  .problem {
    padding: 10px 16px;
    border-left: 4px solid var(--accent);
    background: var(--card);
    border-radius: 4px;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 20px;
    margin-bottom: 16px;
  }
  .controls label {
    display: flex;
    flex-direction: column;
    gap: 4px;
    font-size: 13px;
    color: var(--faint);
  }
  select,
  input[type='number'] {
    font: inherit;
    color: var(--ink);
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 8px;
    padding: 0 12px;
    height: 42px;
  }
  input[type='number'] {
    width: 110px;
  }
  input[type='range'] {
    min-height: 42px;
    accent-color: var(--accent);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
    gap: 16px;
  }
  [aria-busy='true'] .grid {
    opacity: 0.6;
  }
  .rated {
    list-style: none;
    margin: 0;
    padding: 0;
    columns: 340px;
    column-gap: 32px;
  }
  .rated li {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 12px;
    break-inside: avoid;
    border-bottom: 1px solid var(--line);
    padding: 4px 0;
  }
`;
