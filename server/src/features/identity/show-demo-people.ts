import type { DemoPeopleAnswer } from '@huiying/shared/identity'
import type { Clock } from '../../platform/clock/clock'
import type { Reads } from '../../platform/database/reads'
import { demoPeople } from './demo-people.board'

/** Whom a visitor of the demo may be. */
export class ShowDemoPeople {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<DemoPeopleAnswer> {
    return { people: await demoPeople(this.reads, await this.clock.now()) }
  }
}
