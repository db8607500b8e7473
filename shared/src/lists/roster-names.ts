import type { SeatedPost } from '../identity'
import { isCommitteeSeat, SEAT_POSTS, type Seat } from '../roster'
import type { CodedName } from './roster-register'

/** Either whom a text means, or why nobody can tell. */
export type NamedPerson = { readonly personId: string } | { readonly fault: string }

/** People as a table names them: by name within the village, and with the code where two have one name. */
export class RosterNames {
  private readonly byId: ReadonlyMap<string, CodedName>
  /** Of thousands of cells hundreds ask for the same. */
  private readonly known = new Map<string, readonly CodedName[]>()

  constructor(
    people: readonly CodedName[],
    private readonly posts: readonly SeatedPost[],
  ) {
    this.byId = new Map(people.map((person) => [person.id, person]))
  }

  nameOf(personId: string | null | undefined): string | null {
    return (personId == null ? undefined : this.byId.get(personId))?.name ?? null
  }

  /** How the cell names him. */
  label(personId: string, seat: Seat, villageId: string): string {
    const person = this.byId.get(personId)
    if (person === undefined) return ''
    const others = this.candidates(seat, villageId).filter(({ id }) => id !== personId)
    return others.some(({ name }) => isSameName(name, person.name)) ? withCode(person) : person.name
  }

  /** Is the text still what the cell said when it named him? */
  stillSays(text: string, personId: string): boolean {
    const person = this.byId.get(personId)
    return person !== undefined && (isSameName(text, person.name) || isSameName(text, withCode(person)))
  }

  find(text: string, seat: Seat, villageId: string): NamedPerson {
    const [, name = text, code = null] = /^(.+?)\s*\(([A-Za-z0-9._-]+)\)$/.exec(text) ?? []
    const candidates = this.candidates(seat, villageId)
    const alike = candidates.filter((person) => isSameName(person.name, name))
    if (code !== null) {
      const coded = candidates.find((person) => person.code.toUpperCase() === code.toUpperCase())
      if (coded !== undefined && isSameName(coded.name, name)) return { personId: coded.id }
      return { fault: coded === undefined ? `没有编号 ${code} 的${WHO[seat]}，请核对` : `编号 ${code} 是${coded.name}，不是${name}，请核对` }
    }
    const [first, second] = alike
    if (first === undefined) return { fault: `${name}不是${WHO[seat]}，请核对姓名` }
    if (second === undefined) return { personId: first.id }
    return { fault: `有 ${alike.length} 位叫${name}，请写成 ${alike.map(withCode).join(' 或 ')}` }
  }

  private candidates(seat: Seat, villageId: string): readonly CodedName[] {
    const isVisitor = !isCommitteeSeat({ seat })
    const key = isVisitor ? seat : villageId
    const known = this.known.get(key)
    if (known !== undefined) return known
    // Whoever may take a member's place is known by name in the leads' column, too: the rule says what is wrong then.
    const kinds = SEAT_POSTS[seat === 'lead' ? 'member' : seat]
    const held = this.posts.filter((post) => kinds.includes(post.kind) && (isVisitor || post.villageId === villageId))
    const candidates = [...new Set(held.map(({ personId }) => personId))].flatMap((id) => this.byId.get(id) ?? [])
    this.known.set(key, candidates)
    return candidates
  }
}

/** Of whom a fault says that somebody is none. */
const WHO: Readonly<Record<Seat, string>> = {
  lead: '本村的书记、主任或委员', member: '本村的书记、主任或委员', stationed: '本街道的包村干部', leader: '本街道的领导',
}

function withCode({ name, code }: CodedName): string {
  return `${name}（${code}）`
}

/** "王 强" is how tables line up two-character names. */
function isSameName(one: string, other: string): boolean {
  return tidied(one) === tidied(other)
}

function tidied(name: string): string {
  return name.normalize('NFKC').replace(/[•・‧∙]/g, '·').replace(/\s+/g, '').toUpperCase()
}
