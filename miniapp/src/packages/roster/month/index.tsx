import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { chinaDateOf } from '@huiying/shared/kernel'
import { leadsVillage, mySubDistrict, SignedIn } from '@/features/identity'
import { monthOf } from '@/features/roster/words'
import { serverNow } from '@/platform/clock'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { MonthView } from './month-view'

/** The month of a sub-district for who watches over it; of their own village for its secretary and director. */
export default function MonthPage() {
  return (
    <Page title='排班' isWide>
      <SignedIn>{(me) => <OneMonth key={me.accountId} me={me} />}</SignedIn>
    </Page>
  )
}

function OneMonth({ me }: { readonly me: Me }) {
  const { month: asked, village: askedVillage } = useRouter().params
  const [month, setMonth] = useState(asked ?? monthOf(chinaDateOf(serverNow())))
  const seesAll = mySubDistrict(me) !== null
  const villageId = askedVillage ?? leadsVillage(me)?.id
  if (!seesAll && villageId === undefined) return <NotForYou action={{ words: '返回', onPress: goBack }} />
  return (
    <MonthView
      key={month}
      me={me}
      month={month}
      {...(seesAll ? {} : { onlyVillageId: villageId })}
      {...(askedVillage === undefined ? {} : { firstVillageId: askedVillage })}
      onMonth={setMonth}
    />
  )
}
