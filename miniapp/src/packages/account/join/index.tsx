import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { NAME_LIMIT } from '@huiying/shared/tickets'
import { textLength } from '@huiying/shared/kernel'
import type { UnitBrief, VillageSearchAnswer } from '@huiying/shared/villages'
import { openPage, SIGN_IN_URL, SignedIn } from '@/features/identity'
import { searchVillages } from '@/features/identity/api'
import { askToJoin } from '@/platform/session'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field, Line } from '@/ui/field'
import { Icon } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty, Strip } from '@/ui/states'
import { aria } from '@/ui/aria'
import styles from './join.module.scss'

export default function JoinPage() {
  return (
    <Page title='加入我的村'>
      <SignedIn mustBelong={false}>
        {(me) =>
          me.person !== null ? (
            <Empty icon='circle-check' title='您已经在册了' action={{ words: '返回', onPress: goBack }} />
          ) : me.waitingFor !== null ? (
            <Empty
              icon='clock'
              title={`已经送到${me.waitingFor.village.name}`}
              note='村干部点头后，这里会告诉您。着急的话，可以去村服务中心说一声。'
              action={{ words: '知道了', onPress: goBack }}
            />
          ) : me.phoneKnown ? (
            <JoinForm />
          ) : (
            <Empty
              icon='phone'
              title='先用手机号认一认'
              note='名册上有您的号码，就不用再申请。'
              action={{ words: '去认一认', onPress: () => openPage(SIGN_IN_URL) }}
            />
          )
        }
      </SignedIn>
    </Page>
  )
}

function JoinForm() {
  const [village, setVillage] = useState<UnitBrief | null>(null)
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const { isBusy, fault, complain, run } = useAct()

  const send = () => {
    if (village === null) return complain('请先选您的村')
    if (name.trim() === '') return complain('请写上您的姓名')
    if (textLength(name.trim()) > NAME_LIMIT) return complain(`姓名太长了，请写 ${NAME_LIMIT} 个字以内`)
    const more = note.trim() === '' ? {} : { note: note.trim() }
    return void run(() => askToJoin({ villageId: village.id, name: name.trim(), ...more }))
  }

  if (village === null) return <PickVillage onPick={setVillage} />
  return (
    <>
      <Card>
        <ListRow icon='house' title={village.name} note='点这里换一个村' onPress={() => setVillage(null)} />
      </Card>
      <Card>
        <Field title='您的姓名' note='写身份证上的名字，村干部好认。'>
          <Line label='您的姓名' value={name} maxLength={40} onChange={setName} />
        </Field>
        <Field title='想说明一句（可以不写）' note='比如：住 3 组，李大山家的媳妇。'>
          <Line label='想说明一句' value={note} maxLength={100} onChange={setNote} />
        </Field>
        <View className={styles.note}>村干部会看到您的姓名和手机号（中间四位不露）。</View>
      </Card>
      {fault !== null && (
        <View {...aria({ role: 'alert' })}>
          <Strip icon='circle-alert'>{fault}</Strip>
        </View>
      )}
      <Button look='primary' isMain isBusy={isBusy} onPress={send}>
        请村里认我
      </Button>
    </>
  )
}

// Waits for the end of typing: a search at every stroke is paid for by the villager's data.
const SEARCH_AFTER_MS = 400

function PickVillage({ onPick }: { readonly onPick: (village: UnitBrief) => void }) {
  const [typed, setTyped] = useState('')
  const [query, setQuery] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), SEARCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useLoad<VillageSearchAnswer>(`villages:${query}`, () => searchVillages(query))
  return (
    <>
      <Card>
        <Field title='您是哪个村的？' note='写村名里的一个字也能找到。'>
          <View className={styles.search}>
            <Icon name='search' />
            <View className={styles.searchLine}>
              <Line label='村名' value={typed} placeholder='写村名' maxLength={20} onChange={setTyped} />
            </View>
          </View>
        </Field>
      </Card>
      <LoadedView loaded={found}>
        {(answer) =>
          answer.villages.length === 0 ? (
            <Empty icon='search' title='没有找到这个村' note='换一个字试试；还没有的话，请问问村服务中心。' />
          ) : (
            <Card>
              {answer.villages.map((village) => (
                <ListRow
                  key={village.id}
                  title={village.name}
                  note={village.subDistrictName}
                  onPress={() => onPick(village)}
                />
              ))}
            </Card>
          )
        }
      </LoadedView>
    </>
  )
}
