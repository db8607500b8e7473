/** Bytes of the file as it arrives. A sub-district's 20,000 rows take about one. */
export const WORKBOOK_LIMIT_MB = 10
export const WORKBOOK_LIMIT_BYTES = WORKBOOK_LIMIT_MB * 1024 * 1024

/** Bytes of everything inside, unpacked. */
export const UNPACKED_LIMIT_BYTES = 80 * 1024 * 1024
export const PARTS_LIMIT = 200

/**
 * The lowest row and the rightmost column that hold or format anything. Between a cell far down and the others the
 * reader fills in every empty one, so that a file of a few hundred bytes could ask for all memory.
 */
export const LAST_ROW_LIMIT = 50_000
export const LAST_COLUMN_LIMIT = 100
