import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CountyOrderRow } from '@huiying/shared/tickets'
import { useLoad } from '@/platform/use-load'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { fetchCountyOrders } from './api'
import styles from './tickets.module.scss'
import { usePolling } from './use-ticket'

/**
 * What its sub-districts leave undone for days, for the county: one line; a tap opens the orders by number, village and
 * how often. Whose matter it is and what was said is not the county's to read.
 */
export function CountyOrders() {
  const loaded = useLoad('county-orders', fetchCountyOrders)
  usePolling(loaded.reload)
  const [isOpen, setIsOpen] = useState(false)
  const { count, isMore, rows } = loaded.data ?? { count: 0, isMore: false, rows: [] }
  if (count === 0) return <View />
  return (
    <Card tone='late'>
      <ListRow
        icon='megaphone'
        title={`${isMore ? '至少 ' : ''}${count} 件一直没办完，请过问`}
        note={isOpen ? '点一下收起' : `${subDistrictsOf(rows)}。点开看是哪些督办单`}
        onPress={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <View>
          {rows.map((row) => (
            <ListRow key={row.id} title={`${row.subDistrictName}${row.villageName}`} note={orderWords(row)} />
          ))}
          {count > rows.length && <View className={styles.end}>拖得最久的 {rows.length} 件在这里</View>}
        </View>
      )}
    </Card>
  )
}

function orderWords({ number, orderCount }: CountyOrderRow): string {
  return `${number}${orderCount > 1 ? ` 第 ${orderCount} 次` : ''}`
}

function subDistrictsOf(rows: readonly CountyOrderRow[]): string {
  return [...new Set(rows.map(({ subDistrictName }) => subDistrictName))].join('、')
}
