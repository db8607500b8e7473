import { getMetadataStorage } from 'class-validator'

type Storage = ReturnType<typeof getMetadataStorage>
type Gather = Storage['getTargetValidationMetadatas']

const remembering = new WeakSet<Storage>()

/**
 * class-validator gathers a class's rules anew for every body that it checks, which takes longer than the checking.
 * They are written with the class and never change, so they are gathered once. Idempotent.
 */
export function gatherRulesOnce(): void {
  const storage = getMetadataStorage()
  if (remembering.has(storage)) return
  remembering.add(storage)
  const gather: Gather = storage.getTargetValidationMetadatas.bind(storage)
  const known = new Map<unknown, Map<string, ReturnType<Gather>>>()
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    // Groups and what goes with them nobody here uses.
    if (groups !== undefined || always || strictGroups) return gather(target, schema, always, strictGroups, groups)
    const ofTarget = known.get(target) ?? new Map<string, ReturnType<Gather>>()
    known.set(target, ofTarget)
    const rules = ofTarget.get(schema) ?? gather(target, schema, always, strictGroups, groups)
    ofTarget.set(schema, rules)
    return rules
  }
}
