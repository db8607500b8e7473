import { useState } from 'react'
import { RESOURCE_KIND_NAMES, type ResourceKind } from '@huiying/shared/ledger'
import { areaWords } from '@/features/ledger/words'
import { useDraft } from '@/platform/draft'
import { Card } from '@/ui/card'
import { Field, Line } from '@/ui/field'
import { saveResource } from '../api'
import { FormFrame } from '../form-frame'
import { centiMuOf } from '../typed'
import { EMPTY_RESOURCE, readResource, resourceValue, type ResourceValue } from './holding-value'
import type { HoldingFormProps } from './holding-form-props'
import { KindField, NamePlace, UseField } from './plain-fields'
import { SavingFoot } from './saving-foot'
import { useSaving } from './use-saving'

/** 资源: land, woods and water. */
export function ResourceForm({ holdings, id, isBeside, onDone }: HoldingFormProps) {
  const bookId = holdings.book.id
  const known = holdings.resources.find((one) => one.id === id)
  const [empty] = useState(known === undefined ? EMPTY_RESOURCE : resourceValue(known))
  const kept = useDraft<ResourceValue>(`keeping/${bookId}/resource/${id ?? 'new'}`, empty)
  const saving = useSaving({
    kept, id, read: readResource, store: (newId, body) => saveResource(bookId, newId, body), onDone,
  })
  const { value, change } = kept
  const area = centiMuOf(value.areaText)
  return (
    <FormFrame
      title={known === undefined ? '加一处资源' : `改：${known.name}`}
      isBeside={isBeside}
      footer={<SavingFoot saving={saving} onStop={() => onDone(null)} />}
    >
      <Card>
        <NamePlace value={value} change={change} example='村东鱼塘' />
        <KindField<ResourceKind> names={RESOURCE_KIND_NAMES} value={value.kind} onChange={(kind) => change({ kind })} />
        <Field
          title='面积（亩）'
          fault={value.areaText !== '' && area === null ? '面积没看懂，请写成 12.35' : null}
          {...(area === null ? {} : { note: areaWords(area) })}
        >
          <Line
            label='面积'
            value={value.areaText}
            keyboard='digit'
            maxLength={12}
            placeholder='12.35'
            onChange={(areaText) => change({ areaText })}
          />
        </Field>
        <UseField value={value.use} onChange={(use) => change({ use })} />
      </Card>
    </FormFrame>
  )
}
