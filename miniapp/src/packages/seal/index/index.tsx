import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { formatNear } from '@huiying/shared/kernel'
import { SEAL_KIND_NAMES, SEAL_STATUS_NAMES, type SealsAnswer } from '@huiying/shared/seal'
import { myVillage, openPage, SignedIn } from '@/features/identity'
import { fetchSeals } from '@/features/seal/api'
import { newSealUrl, openSeal, sealsUrl } from '@/features/seal/ways'
import { SEAL_TONES, sealUseWords, waitsWords } from '@/features/seal/words'
import { serverNow } from '@/platform/clock'
import { useMe } from '@/platform/session'
import { useLoad } from '@/platform/use-load'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty, NotForYou } from '@/ui/states'
import { Tag } from '@/ui/tag'
import { unbroken } from '@/ui/unbroken'
import styles from './seals.module.scss'

/** Requests for the seal, for whom they are work; and the register of what it was put on, for the whole village. */
export default function SealsPage() {
  const { village } = useRouter().params
  const me = useMe()
  const villageId = village ?? (me === null ? undefined : myVillage(me)?.id)
  const key = me === null || villageId === undefined ? null : `seals/${me.accountId}/${villageId}`
  const seals = useLoad<SealsAnswer>(key, () => fetchSeals(villageId ?? ''))
  usePullDownRefresh(() => void seals.reload().then(() => stopPullDownRefresh()))
  const footer = villageId !== undefined && seals.data?.mayDraft === true
    ? { footer: <AskForSeal villageId={villageId} /> }
    : {}
  return (
    <Page title='村里的公章' {...footer}>
      <SignedIn {...(villageId === undefined ? {} : { backTo: sealsUrl(villageId) })}>
        {() => villageId === undefined
          ? <NotForYou action={{ words: '返回', onPress: goBack }} />
          : <LoadedView loaded={seals}>{(answer) => <Lists answer={answer} />}</LoadedView>}
      </SignedIn>
    </Page>
  )
}

function AskForSeal({ villageId }: { readonly villageId: string }) {
  return (
    <Button look='primary' isMain icon='plus' onPress={() => openPage(newSealUrl(villageId))}>
      要用公章
    </Button>
  )
}

function Lists({ answer: { requests, register } }: { readonly answer: SealsAnswer }) {
  const mine = requests.filter(({ isMine }) => isMine)
  const others = requests.filter(({ isMine }) => !isMine)
  return (
    <>
      {mine.length > 0 && <Heading words={`等我签字 ${mine.length} 份`} />}
      {mine.map((request) => (
        <Request key={request.id} request={request} />
      ))}
      {others.length > 0 && <Heading words={mine.length > 0 ? '别的' : '要用公章的'} />}
      {others.map((request) => (
        <Request key={request.id} request={request} />
      ))}
      <Register register={register} />
    </>
  )
}

function Heading({ words }: { readonly words: string }) {
  return (
    <View className={styles.heading} {...aria({ role: 'heading' })}>
      {words}
    </View>
  )
}

function Request({ request }: { readonly request: SealsAnswer['requests'][number] }) {
  const { id, title, kind, status, createdAt, waitsFor, isMine } = request
  const waits = waitsWords(waitsFor)
  return (
    <Card tone={isMine ? 'soon' : 'plain'} onPress={() => openSeal(id)}>
      <View className={styles.title}>{title === '' ? '（还没写事由）' : title}</View>
      <View className={styles.quiet}>{unbroken(`${SEAL_KIND_NAMES[kind]} · ${formatNear(createdAt, serverNow())}写的`)}</View>
      <View className={styles.state}>
        <Tag tone={isMine ? 'soon' : SEAL_TONES[status] ?? 'plain'}>{isMine ? '等您签字' : SEAL_STATUS_NAMES[status]}</Tag>
        {waits !== '' && <View className={styles.waits}>{waits}</View>}
      </View>
    </Card>
  )
}

/** 用章登记簿: everybody of the village may read what the seal was put on. */
function Register({ register }: Pick<SealsAnswer, 'register'>) {
  return (
    <Card title='用章登记簿'>
      <View className={styles.quiet}>借款、发包、对外合同、项目申报，监委会主任、村主任、书记都签了字才盖章。每盖一次都在这里，编号不断，全村看得到。</View>
      {register.length === 0 && <Empty icon='file-text' title='还没有盖过章' />}
      {register.map((use) => (
        <View key={use.id} className={styles.use}>
          <View className={styles.label}>{use.label}</View>
          <View className={styles.useWords}>
            <View>{use.title}</View>
            <View className={styles.quiet}>{unbroken(sealUseWords(use, serverNow()))}</View>
          </View>
        </View>
      ))}
    </Card>
  )
}
