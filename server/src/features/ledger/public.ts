export { bookInHand, type BookChange, type BookInHand } from './book-in-hand'
export { bookOf, booksOfVillage, ledgerTermsOf, livePostingOf, postedEntry, usesOfMonth } from './book-reads'
export { entryInBrief, type EntryInBrief } from './entry-view.board'
export { booksInHome } from './money-left.board'
