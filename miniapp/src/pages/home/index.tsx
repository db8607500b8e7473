import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { myHandledVillage, mySubDistrict, openPage, SignedIn } from '@/features/identity'
import { CadreHome } from '@/features/inbox/cadre-home'
import { useTabBadge } from '@/platform/tab-badge'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { FaceSwitch, type Face } from './face-switch'
import { VillagerHome } from './villager-home'

export default function HomePage() {
  useTabBadge()
  return (
    <Page isTab>
      <SignedIn>{(me) => <Home key={me.accountId} me={me} />}</SignedIn>
    </Page>
  )
}

const FACE_KEY = 'home-face'

/** A villager speaks up here, a cadre sees what burns; who is both turns the page over. */
function Home({ me }: { readonly me: Me }) {
  const faces = facesOf(me)
  const [picked, setPicked] = useState<Face | null>(() => Taro.getStorageSync<Face | ''>(FACE_KEY) || null)
  const face = picked !== null && faces.includes(picked) ? picked : (faces[0] ?? null)
  const pick = (next: Face) => {
    Taro.setStorageSync(FACE_KEY, next)
    setPicked(next)
  }
  const subDistrict = mySubDistrict(me)
  return (
    <>
      {subDistrict !== null && (
        <Card>
          <ListRow
            icon='clock'
            title={`${subDistrict.name}超时看板`}
            note='哪个村、哪件事、晚了多久'
            onPress={() => openPage('/packages/staff/board/index')}
          />
        </Card>
      )}
      {faces.length > 1 && face !== null && <FaceSwitch face={face} onPick={pick} />}
      {face === 'cadre' && <CadreHome me={me} />}
      {face === 'villager' && <VillagerHome me={me} />}
      {face === null && subDistrict === null && (
        <Empty
          icon='users-round'
          title='您还没有在哪个村'
          note='职务到期了，或者名册上还没有写。请找村里或街道问问。'
          action={{ words: '看看我的', onPress: () => openPage('/pages/me/index') }}
        />
      )}
    </>
  )
}

function facesOf(me: Me): readonly Face[] {
  const faces: Face[] = []
  if (myHandledVillage(me) !== null) faces.push('cadre')
  if (me.posts.some((post) => post.kind === 'resident')) faces.push('villager')
  return faces
}
