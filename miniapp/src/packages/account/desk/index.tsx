import { useRouter } from '@tarojs/taro'
import { mayWorkAtDesk, type Me } from '@huiying/shared/identity'
import { SignedIn } from '@/features/identity'
import { useLoad } from '@/platform/use-load'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { fetchDevices } from './api'
import { CodeCard } from './code-card'
import { codeIn } from './code-in'
import { DevicesCard } from './devices-card'

/** On the phone: lets a browser in, and shows where one is signed in. */
export default function DeskPage() {
  const { q, code } = useRouter().params
  const given = codeIn(q) ?? (/^\d{6}$/.test(code ?? '') ? (code ?? '') : '')
  return (
    <Page title='在电脑上登录'>
      <SignedIn>
        {(me) => mayWorkAtDesk(me) ? <Desk me={me} given={given} /> : <NotForYou action={{ words: '返回', onPress: goBack }} />}
      </SignedIn>
    </Page>
  )
}

function Desk({ me, given }: { readonly me: Me; readonly given: string }) {
  const devices = useLoad(me.accountId, fetchDevices)
  return (
    <>
      <CodeCard given={given} onSignedIn={() => setTimeout(() => void devices.reload(), REACHED_AFTER_MS)} />
      <DevicesCard me={me} loaded={devices} />
    </>
  )
}

/** The browser asks every two seconds; by then it has its session, and stands in the list. */
const REACHED_AFTER_MS = 3_000
