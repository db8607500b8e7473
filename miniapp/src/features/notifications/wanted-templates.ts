import type { Me } from '@huiying/shared/identity'
import type { SubscriptionsAnswer, TemplateKey } from '@huiying/shared/notifications'
import { seesExpenses } from '@/features/expenses/ways'
import { myHandledVillage, mySubDistrict } from '@/features/identity'

type Template = SubscriptionsAnswer['templates'][number]

/** The templates that can ever concern this person: nobody is asked about duty who has none. */
export function templatesFor(me: Me, answer: SubscriptionsAnswer): readonly Template[] {
  const handles = myHandledVillage(me) !== null
  const watches = mySubDistrict(me) !== null
  const concerns: Readonly<Record<TemplateKey, boolean>> = {
    answer: true,
    duty: handles,
    supervision: handles || watches,
    roster: handles || watches,
    money: seesExpenses(me),
  }
  return answer.templates.filter((template) => concerns[template.key])
}

/** What to ask WeChat for: wanted, and with the fewest left first. */
export function keysToTopUp(templates: readonly Template[]): readonly TemplateKey[] {
  return [...templates]
    .filter((template) => template.wanted && template.templateId !== null)
    .sort((a, b) => a.remaining - b.remaining)
    .map((template) => template.key)
}
