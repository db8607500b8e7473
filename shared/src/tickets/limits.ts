/**
 * Characters as a reader counts them. Long enough for a letter; a story longer than that is told by voice or in person.
 */
export const TEXT_LIMIT = 2_000
export const PLACE_NAME_LIMIT = 60
export const NAME_LIMIT = 20
export const PHOTO_LIMIT = 9
/** Why one looks at somebody's number: a clause, not a letter. */
export const LOOK_REASON_LIMIT = 100
/** A task for a department, and what it says about it: together they become what the resident reads. */
export const PART_TEXT_LIMIT = 300
/** Rows of one page of a list. */
export const PAGE_SIZE = 20
