import type { KeeperAnswer, Month } from '@huiying/shared/ledger'

export interface DeskProps {
  readonly desk: KeeperAnswer
  readonly onMonth: (month: Month) => void
  readonly onChanged: (desk: KeeperAnswer) => void
  /** Somebody changed something meanwhile. */
  readonly onOutdated: () => void
  /** Where one of the village's bodies has no book yet. */
  readonly onNewBook?: () => void
}
