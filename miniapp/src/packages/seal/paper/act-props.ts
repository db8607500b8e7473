import type { SealView } from '@huiying/shared/seal'

export interface ActProps {
  readonly seal: SealView
  readonly onChanged: (seal: SealView) => void
  /** Somebody else was quicker: the request is to be fetched anew. */
  readonly onOutdated: () => void
}

export interface SheetState {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What the phone had on its screen. */
export function shownOf({ revision, digest }: Pick<SealView, 'revision' | 'digest'>) {
  return { revision, digest }
}
