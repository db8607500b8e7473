import type { DraftValue } from './draft-value'

export interface PartProps {
  readonly draft: DraftValue
  readonly change: (part: Partial<DraftValue>) => void
}
