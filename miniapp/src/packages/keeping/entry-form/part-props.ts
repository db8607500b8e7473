import type { KeeperAnswer } from '@huiying/shared/ledger'
import type { EntryValue } from './entry-value'

export interface PartProps {
  readonly desk: KeeperAnswer
  readonly value: EntryValue
  readonly change: (part: Partial<EntryValue>) => void
}
