import './styles.css';
import './marquee-app.js';
