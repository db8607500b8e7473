import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { RosterVillage } from '@huiying/shared/roster'
import { Button } from '@/ui/button'
import { Line } from '@/ui/field'
import styles from './month.module.scss'

export interface VillageSearchProps {
  readonly villages: readonly RosterVillage[]
  readonly children: (village: RosterVillage) => ReactNode
}

/** What WeChat takes in one go, and as many as anybody reads. */
export const PAGE_SIZE = 20

/** Villages by name, twenty at a time. */
export function VillageSearch({ villages, children }: VillageSearchProps) {
  const [query, setQuery] = useState('')
  const [count, setCount] = useState(PAGE_SIZE)
  const found = villages.filter(({ village }) => village.name.includes(query.trim()))
  return (
    <>
      {villages.length > PAGE_SIZE / 2 && <Line label='找一个村' value={query} placeholder='写村名找' maxLength={20} onChange={setQuery} />}
      {found.slice(0, count).map(children)}
      {found.length === 0 && <View className={styles.say}>没有找到这个村，换一个字试试。</View>}
      {found.length > count && <Button onPress={() => setCount(count + PAGE_SIZE)}>再看 {PAGE_SIZE} 个村</Button>}
    </>
  )
}
