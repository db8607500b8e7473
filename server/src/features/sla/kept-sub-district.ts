import type { Viewer } from '@huiying/shared/identity'
import { administeredSubDistrictOf } from '../calendar/public'

/** The sub-district whose promise the viewer may set: as its staff or its admin. `null`: none. */
export function keptSubDistrictOf(viewer: Viewer): string | null {
  return administeredSubDistrictOf(viewer) ?? placeOf(viewer, ['staff'])
}

/** The one whose promise he works by and may read. A county's staff and leaders have none. */
export function watchedSubDistrictOf(viewer: Viewer): string | null {
  return keptSubDistrictOf(viewer) ?? placeOf(viewer, ['leader'])
}

function placeOf(viewer: Viewer, kinds: readonly string[]): string | null {
  const post = viewer.posts.find(({ kind, subDistrictId }) => kinds.includes(kind) && subDistrictId !== null)
  return post?.subDistrictId ?? null
}
