/** A line of the register of close relatives 近亲属: spouse, parent, child, brother, sister and so on, both ways. */
export interface Kinship {
  readonly personId: string
  readonly relativeId: string
}

export function areRelatives(relatives: readonly Kinship[], one: string, other: string): boolean {
  return relatives.some(({ personId, relativeId }) =>
    (personId === one && relativeId === other) || (personId === other && relativeId === one))
}
