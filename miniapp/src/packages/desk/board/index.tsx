import { useRouter } from '@tarojs/taro'
import { mySubDistrict, SignedIn } from '@/features/identity'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { addressIn, urlOf } from './board-address'
import { DeskBoard } from './desk-board'

/** What is late in the sub-district and what soon will be, for a desk and for a wall: kept fresh by the server. */
export default function DeskBoardPage() {
  const asked = addressIn(useRouter().params)
  const board = (
    <SignedIn backTo={urlOf(asked)}>
      {(me) => mySubDistrict(me) === null
        ? <NotForYou action={{ words: '返回', onPress: goBack }} />
        : <DeskBoard key={me.accountId} asked={asked} />}
    </SignedIn>
  )
  return <Page {...(asked.isWall ? {} : { title: '超时看板' })} isWide>{board}</Page>
}
