import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { formatYuan } from '@huiying/shared/kernel'
import { ASSET_KIND_NAMES, HOLDING_USE_NAMES, RESOURCE_KIND_NAMES, type HoldingsAnswer } from '@huiying/shared/ledger'
import { areaWords, contractSentence, rentSentence } from '@/features/ledger/words'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { LongList } from '@/ui/long-list'
import styles from '../keeping.module.scss'
import type { Writing } from './holding-form-props'

export interface HoldingsListProps {
  readonly holdings: HoldingsAnswer
  readonly onWrite: (writing: Writing) => void
}

/** A tap opens one to be changed. Contracts come first: their rent is what falls due. */
export function HoldingsList({ holdings: { contracts, assets, resources }, onWrite }: HoldingsListProps) {
  const hasHoldings = assets.length + resources.length > 0
  return (
    <>
      <Part title={`合同 ${contracts.length} 份`} add='加一份合同' {...(hasHoldings ? { onAdd: () => onWrite({ what: 'contract', id: null }) } : {})}>
        {!hasHoldings && <View className={styles.quiet}>先登记资产或资源，再写它的合同。</View>}
        <LongList label='合同' rows={contracts}>
          {(row) => (
            <ListRow
              key={row.id}
              title={`${row.holdingName}：${contractSentence(row)}`}
              note={rentSentence(row)}
              onPress={() => onWrite({ what: 'contract', id: row.id })}
            />
          )}
        </LongList>
      </Part>
      <Part title={`资产 ${assets.length} 处`} add='加一处资产' onAdd={() => onWrite({ what: 'asset', id: null })}>
        <LongList label='资产' rows={assets}>
          {({ id, name, kind, place, originalFen, use }) => (
            <ListRow
              key={id}
              title={name}
              note={[ASSET_KIND_NAMES[kind], place, `原值 ${formatYuan(originalFen)}`, HOLDING_USE_NAMES[use]]
                .filter((words) => words !== '').join(' · ')}
              onPress={() => onWrite({ what: 'asset', id })}
            />
          )}
        </LongList>
      </Part>
      <Part title={`资源 ${resources.length} 处`} add='加一处资源' onAdd={() => onWrite({ what: 'resource', id: null })}>
        <LongList label='资源' rows={resources}>
          {({ id, name, kind, place, areaCentiMu, use }) => (
            <ListRow
              key={id}
              title={name}
              note={[RESOURCE_KIND_NAMES[kind], place, areaWords(areaCentiMu), HOLDING_USE_NAMES[use]]
                .filter((words) => words !== '').join(' · ')}
              onPress={() => onWrite({ what: 'resource', id })}
            />
          )}
        </LongList>
      </Part>
    </>
  )
}

interface PartProps {
  readonly title: string
  readonly add: string
  readonly onAdd?: () => void
  readonly children: ReactNode
}

function Part({ title, add, onAdd, children }: PartProps) {
  return (
    <Card title={title}>
      {children}
      {onAdd !== undefined && (
        <View className={styles.above}><Button icon='plus' onPress={onAdd}>{add}</Button></View>
      )}
    </Card>
  )
}
