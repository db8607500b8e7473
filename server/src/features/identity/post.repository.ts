import type { PostKind, SeatedPost } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import type { RawRow } from '../../platform/database/table'
import type { Work } from '../../platform/database/work'
import { postTable } from './post.table'

export class PostRepository {
  constructor(private readonly work: Work) {}

  /** The village's posts of the kind that hold at some instant of [fromAt, toAt). */
  async within(villageId: string, kind: PostKind, fromAt: EpochMs, toAt: EpochMs): Promise<readonly SeatedPost[]> {
    const rows = await this.work.query<RawRow>(
      `SELECT ${postTable.columnList} FROM posts
       WHERE village_id = ? AND kind = ? AND from_at < ? AND (to_at IS NULL OR to_at > ?) ORDER BY from_at, id`,
      [villageId, kind, toAt, fromAt],
    )
    return rows.map(postTable.fromRaw)
  }

  add(...posts: readonly SeatedPost[]): void {
    this.work.insert(postTable, ...posts)
  }

  /** Only for a post that never came into force: one that did is ended, and stays on record. */
  drop(posts: readonly { readonly id: string }[]): void {
    for (const { id } of posts) this.work.delete(postTable, { id })
  }

  end(posts: readonly { readonly id: string; readonly toAt: EpochMs | null }[]): void {
    for (const { id, toAt } of posts) this.work.write('UPDATE posts SET to_at = ? WHERE id = ?', [toAt, id], { expectedRows: 1 })
  }
}
