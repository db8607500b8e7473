import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { administeredSubDistrict, mySubDistrict } from '@/features/identity'
import { searchVillages } from '@/features/identity/api'
import { relativesUrl } from '@/features/expenses/ground-ways'
import { useLoad } from '@/platform/use-load'
import { Card } from '@/ui/card'
import { Line } from '@/ui/field'
import { ListRow } from '@/ui/list-row'
import { LoadedView } from '@/ui/loaded-view'
import { Empty } from '@/ui/states'

/** Of which village of one's sub-district. */
export function PickVillage({ me }: { readonly me: Me }) {
  const subDistrictName = (mySubDistrict(me) ?? administeredSubDistrict(me))?.name ?? ''
  const [query, setQuery] = useState('')
  const villages = useLoad(`villages/${subDistrictName}`, () => searchVillages(subDistrictName))
  return (
    <Card title='哪个村的'>
      <Line label='找村' value={query} placeholder='写村名找' onChange={setQuery} />
      <LoadedView loaded={villages}>
        {(answer) => {
          const found = answer.villages.filter((one) =>
            one.subDistrictName === subDistrictName && one.name.includes(query.trim()))
          if (found.length === 0) return <Empty icon='search' title='没有找到' />
          return found.map(({ id, name }) => (
            <ListRow key={id} icon='house' title={name} onPress={() => void Taro.redirectTo({ url: relativesUrl(id) })} />
          ))
        }}
      </LoadedView>
    </Card>
  )
}
