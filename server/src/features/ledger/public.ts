export { bookInHand, type BookChange, type BookInHand } from './book-in-hand'
export { bookOf, booksOfVillage, ledgerTermsOf, livePostingOf, postedEntry, usesOfMonth } from './book-reads'
