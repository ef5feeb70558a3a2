export { QuoteModule } from './quote.module.js';
export { Meters } from './meters.js';
