import type { MaskBox } from '@huiying/shared/files'
import type { Viewer } from '@huiying/shared/identity'
import { Chance } from '../chance'
import type { VillageCast } from '../cast'
import type { DemoResident } from '../demo-lists'
import type { Stage } from '../stage'
import { photographPaper, type Paper } from './draw-paper'

/** The people around a village's money, by what they do. */
export type Hand = 'accountant' | 'handler' | 'witness' | 'supervisor' | 'reviewer' | 'director' | 'approver'

export interface UploadedPaper {
  readonly id: string
  readonly sha256: string
  readonly box: MaskBox
}

/** A village whose book is kept: who acts, and what all of them need. */
export class VillageHands {
  readonly chance: Chance
  readonly villageId: string

  constructor(
    readonly stage: Stage,
    readonly cast: VillageCast,
    readonly residents: readonly DemoResident[],
    seed: number,
  ) {
    this.chance = new Chance(seed)
    this.villageId = stage.register.unitId(cast.village.code)
  }

  /** The first committee member handles, the second bears witness. */
  codeOf(hand: Hand): string {
    const { accountant, supervisor, stationed, director, secretary, members } = this.cast
    const people = {
      accountant, supervisor, director, reviewer: stationed, approver: secretary,
      handler: members[0], witness: members[1],
    }
    const person = people[hand]
    if (person === undefined) throw new Error(`nobody in ${this.cast.village.name} is its ${hand}`)
    return person.code
  }

  nameOf(code: string): string {
    const { accountant, supervisor, stationed, director, secretary, members } = this.cast
    const known = [accountant, supervisor, stationed, director, secretary, ...members, ...this.residents]
    return known.find((one) => one.code === code)?.name ?? '无名'
  }

  resident(number: number): DemoResident {
    const found = this.residents[number]
    if (found === undefined) throw new Error(`${this.cast.village.name} has no resident ${number}`)
    return found
  }

  personId(code: string): string {
    return this.stage.register.personId(code)
  }

  async viewer(code: string): Promise<Viewer> {
    return this.stage.register.viewer(this.personId(code), await this.stage.clock.now())
  }

  /** A photo of a paper, taken by whoever has it in hand; `box` is around what residents need not see. */
  async photograph(code: string, paper: Paper): Promise<UploadedPaper> {
    const { accountId } = await this.viewer(code)
    const { picture, box } = photographPaper(paper, this.chance)
    const bytes = await picture
    const { id, sha256 } = await this.stage.uploadFile.execute({ accountId, kind: 'photo', bytes, durationMs: null })
    return { id, sha256, box }
  }
}
