import { useState } from 'react'
import { ASSET_KIND_NAMES, type AssetKind } from '@huiying/shared/ledger'
import { useDraft } from '@/platform/draft'
import { Card } from '@/ui/card'
import { saveAsset } from '../api'
import { AmountLine } from '../entry-form/amount-line'
import { DayLine } from '../day-field'
import { FormFrame } from '../form-frame'
import { assetValue, EMPTY_ASSET, readAsset, type AssetValue } from './holding-value'
import type { HoldingFormProps } from './holding-form-props'
import { KindField, NamePlace, UseField } from './plain-fields'
import { SavingFoot } from './saving-foot'
import { useSaving } from './use-saving'

/** 资产: what was built or bought. */
export function AssetForm({ holdings, id, isBeside, onDone }: HoldingFormProps) {
  const bookId = holdings.book.id
  const known = holdings.assets.find((one) => one.id === id)
  const [empty] = useState(known === undefined ? EMPTY_ASSET : assetValue(known))
  const kept = useDraft<AssetValue>(`keeping/${bookId}/asset/${id ?? 'new'}`, empty)
  const saving = useSaving({
    kept, id, read: readAsset, store: (newId, body) => saveAsset(bookId, newId, body), onDone,
  })
  const { value, change } = kept
  return (
    <FormFrame
      title={known === undefined ? '加一处资产' : `改：${known.name}`}
      isBeside={isBeside}
      footer={<SavingFoot saving={saving} onStop={() => onDone(null)} />}
    >
      <Card>
        <NamePlace value={value} change={change} example='村委会办公楼' />
        <KindField<AssetKind> names={ASSET_KIND_NAMES} value={value.kind} onChange={(kind) => change({ kind })} />
        <AmountLine title='原值（元）' text={value.originalText} onChange={(originalText) => change({ originalText })} />
        <DayLine
          title='哪天有的'
          note='建成、买来的那天；不知道就空着'
          text={value.acquiredText}
          onChange={(acquiredText) => change({ acquiredText })}
        />
        <UseField value={value.use} onChange={(use) => change({ use })} />
      </Card>
    </FormFrame>
  )
}
