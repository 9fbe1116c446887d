import { LitElement, css, html } from 'lit';

const LEVELS = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];

// Ten half-star steps as radio buttons, so that keyboard and screen reader work as everywhere.
// Fires `rate` with the stars, or with null when the given stars are chosen again.
class StarRating extends LitElement {
  static properties = {
    value: { type: Number },
    label: { type: String },
  };

  static styles = css`
    fieldset {
      display: inline-flex;
      border: 0;
      margin: 0;
      padding: 0;
    }
    label {
      position: relative;
      width: 14px;
      height: 32px;
      overflow: hidden;
      cursor: pointer;
      color: var(--line);
      font-size: 28px;
      line-height: 32px;
    }
    label:nth-of-type(even) span {
      margin-left: -14px;
    }
    span {
      display: block;
      width: 28px;
      text-align: center;
    }
    label.on,
    fieldset:hover label:has(~ label:hover),
    label:hover {
      color: var(--star);
    }
    fieldset:hover label:hover ~ label {
      color: var(--line);
    }
    input {
      position: absolute;
      opacity: 0;
      inset: 0;
      margin: 0;
      cursor: pointer;
    }
    label:focus-within {
      outline: 2px solid var(--accent);
    }
  `;

  render() {
    return html`<fieldset aria-label=${`Your rating of ${this.label}`}>
      ${LEVELS.map((level) => html`<label class=${this.value >= level ? 'on' : ''} title=${`${level} stars`}>
        <span aria-hidden="true">★</span>
        <input type="radio" name="stars" aria-label=${`${level} stars`} .checked=${this.value === level}
          @click=${() => this.#choose(level)}>
      </label>`)}
    </fieldset>`;
  }

  #choose(level) {
    this.dispatchEvent(new CustomEvent('rate', { detail: this.value === level ? null : level }));
  }
}

customElements.define('star-rating', StarRating);
