/** One column of a template. `note` is shown in the template's own sheet of explanations. */
export interface ListColumn {
  readonly heading: string
  /** Other headings that people already have in their own tables. */
  readonly aliases: readonly string[]
  /** Whether the heading must be there and each row must have something under it. */
  readonly required: boolean
  readonly note: string
}

export interface ListSheet {
  readonly name: string
  readonly note: string
  readonly columns: readonly ListColumn[]
}

/** Rows of one sheet, so that a mistaken file is refused before it takes the server's memory. */
export const LIST_ROW_LIMIT = 20_000
/** Columns read from a sheet; what stands further right is somebody's private note. */
export const LIST_COLUMN_LIMIT = 40
/** Characters, as a reader counts them. */
export const PERSON_NAME_LIMIT = 20

export function requiredColumn(heading: string, aliases: readonly string[], note: string): ListColumn {
  return { heading, aliases, required: true, note }
}

export function optionalColumn(heading: string, aliases: readonly string[], note: string): ListColumn {
  return { heading, aliases, required: false, note }
}
