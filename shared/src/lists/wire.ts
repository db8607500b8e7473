import type { ListFault } from '../tables'

/** Something to look at that does not stop an import. Same shape, so that it is shown the same way. */
export type ListRemark = ListFault

/** A post that is in force or to come, but not in the list: an import never ends a post by silence. */
export interface UntouchedPost {
  readonly personName: string
  readonly postName: string
  readonly unitName: string
  /** The first day, "YYYY-MM-DD". */
  readonly fromOn: string
}

/**
 * POST /api/lists (multipart, one file; `?check=true` writes nothing). Units, people and posts counted together; a
 * resident counts as a person and as a post.
 */
export interface ImportListsAnswer {
  /** True when it was only checked. */
  readonly checkedOnly: boolean
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly remarks: readonly ListRemark[]
  readonly untouched: {
    readonly count: number
    /** The first `UNTOUCHED_SHOWN`, cadres before residents. */
    readonly posts: readonly UntouchedPost[]
  }
}
export const UNTOUCHED_SHOWN = 100
