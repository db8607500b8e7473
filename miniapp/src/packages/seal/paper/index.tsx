import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { SealView } from '@huiying/shared/seal'
import { SignedIn } from '@/features/identity'
import { fetchSeal } from '@/features/seal/api'
import { sealUrl } from '@/features/seal/ways'
import { usePolling } from '@/features/tickets/use-ticket'
import { useSession } from '@/platform/session'
import { DESK_PX, useIsWide } from '@/platform/use-is-wide'
import { useLoad } from '@/platform/use-load'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import type { ActProps } from './act-props'
import { hasMainAct, MainActs, OtherActs } from './acts'
import { ConsentCard, DocumentCard, SealHead } from './content-cards'
import styles from './paper.module.scss'
import { SignersCard } from './signers-card'
import { UsesCard } from './uses-card'

/** One request for the seal: what is to be sealed, who agreed to it, who signs, what was sealed. */
export default function SealPage() {
  const id = useRouter().params['id'] ?? ''
  const session = useSession()
  if (id !== '' && session.status === 'signed-in' && session.me.person !== null) {
    return <KnownSeal key={`${session.me.accountId}/${id}`} id={id} />
  }
  return (
    <Page title='用章'>
      <SignedIn backTo={sealUrl(id)}>{() => <NotForYou action={{ words: '返回', onPress: goBack }} />}</SignedIn>
    </Page>
  )
}

function KnownSeal({ id }: { readonly id: string }) {
  const loaded = useLoad(`seal/${id}`, () => fetchSeal(id))
  usePullDownRefresh(() => void loaded.reload().then(() => stopPullDownRefresh()))
  usePolling(loaded.reload)
  const isWide = useIsWide(DESK_PX)
  const propsOf = (seal: SealView): ActProps =>
    ({ seal, onChanged: loaded.replace, onOutdated: () => void loaded.reload() })
  const { data } = loaded
  const footer = data !== null && hasMainAct(data) ? { footer: <MainActs {...propsOf(data)} /> } : {}
  return (
    <Page title='用章' isWide={isWide} {...footer}>
      <LoadedView loaded={loaded}>
        {(seal) => (
          <View className={isWide ? styles.columns : ''}>
            <View className={isWide ? styles.what : ''}>
              <SealHead seal={seal} />
              <DocumentCard document={seal.document} />
              <ConsentCard consent={seal.consent} now={seal.now} />
            </View>
            <View className={isWide ? styles.who : ''}>
              <SignersCard seal={seal} />
              <UsesCard uses={seal.uses} now={seal.now} />
              <OtherActs {...propsOf(seal)} />
            </View>
          </View>
        )}
      </LoadedView>
    </Page>
  )
}
