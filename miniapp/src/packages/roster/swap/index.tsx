import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { chinaDateOf } from '@huiying/shared/kernel'
import type { MySlot, PartnersAnswer } from '@huiying/shared/roster'
import { SignedIn } from '@/features/identity'
import { askForSwap, fetchMyDuty, fetchPartners } from '@/features/roster/api'
import { openLeave } from '@/features/roster/ways'
import { slotWords } from '@/features/roster/words'
import { postTitle } from '@/features/tickets/words'
import { serverNow } from '@/platform/clock'
import { useMe } from '@/platform/session'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Fault } from '@/ui/fault'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty, NotForYou } from '@/ui/states'
import { toast } from '@/ui/toast'
import styles from './swap.module.scss'

interface SwapFacts {
  /** `null`: it is his no more. */
  readonly slot: MySlot | null
  readonly partners: PartnersAnswer['partners']
}

/** "Will you sit for me?" — whom, and whether with a day in return. Nothing moves before the other says yes. */
export default function SwapPage() {
  const slotId = useRouter().params['slot'] ?? null
  const me = useMe()
  const facts = useLoad<SwapFacts>(me === null || slotId === null ? null : `swap/${slotId}`, () => loadFacts(slotId ?? ''))
  if (me !== null && facts.data !== null) return <Swap facts={facts.data} />
  return (
    <Page title='换班'>
      <SignedIn>
        {() => slotId === null ? NOT_FOUND : <LoadedView loaded={facts}>{() => null}</LoadedView>}
      </SignedIn>
    </Page>
  )
}

const NOT_FOUND = <NotForYou action={{ words: '返回', onPress: goBack }} />

async function loadFacts(slotId: string): Promise<SwapFacts> {
  const [duty, { partners }] = await Promise.all([fetchMyDuty(), fetchPartners(slotId)])
  return { slot: [...duty.current, ...duty.coming].find(({ id }) => id === slotId) ?? null, partners }
}

const NOTHING_BACK = 'nothing'

function Swap({ facts: { slot, partners } }: { readonly facts: SwapFacts }) {
  // Where there is only one, there is nothing to choose.
  const [partnerId, setPartnerId] = useState(partners.length === 1 ? (partners[0]?.person.personId ?? null) : null)
  const [returnId, setReturnId] = useState(NOTHING_BACK)
  const { isBusy, fault, forget, complain, run } = useAct({ isLast: true })
  const today = chinaDateOf(serverNow())
  const partner = partners.find(({ person }) => person.personId === partnerId) ?? null

  if (slot === null || partners.length === 0) {
    const title = slot === null ? '这个班已经不是您的了' : '这天没有能和您换的人'
    return (
      <Page title='换班'>
        <Empty
          icon='arrow-right-left'
          title={title}
          {...(slot === null
            ? { action: { words: '返回', onPress: goBack } }
            : { note: '别人那天都有班、请了假，或者坐不了这个班。', action: { words: '改成请假', onPress: () => openLeave(slot.on) } })}
        />
      </Page>
    )
  }

  const pick = (personId: string) => {
    forget()
    setPartnerId(personId)
    setReturnId(NOTHING_BACK)
  }
  const send = () => {
    if (partner === null) return complain('请先选一个人')
    return void run(async () => {
      await askForSwap({
        slotId: slot.id,
        toPersonId: partner.person.personId,
        ...(returnId === NOTHING_BACK ? {} : { returnSlotId: returnId }),
      })
      toast(`告诉${partner.person.name}了，对方点头就换`)
      goBack()
    })
  }

  return (
    <Page
      title='换班'
      footer={
        <>
          <Fault words={fault} />
          <Button look='primary' isMain icon='send' isBusy={isBusy} onPress={send}>
            {partner === null ? '请人换班' : `请${partner.person.name}换班`}
          </Button>
        </>
      }
    >
      <Card title={slotWords(slot, today, slot.village.name)}>
        <View className={styles.note}>对方点头才算换，在那之前还是您的班。</View>
      </Card>
      <Card title='请谁来值'>
        <Choice
          label='请谁来值'
          layout='list'
          value={partnerId}
          options={partners.map(({ person }) => ({
            value: person.personId,
            words: person.name,
            ...(person.post === null ? {} : { note: postTitle(person.post, person.charge) }),
          }))}
          onChange={pick}
        />
      </Card>
      {partner !== null && partner.slots.length > 0 && (
        <Card title='您还哪一天'>
          <Choice
            label='您还哪一天'
            layout='list'
            value={returnId}
            options={[
              { value: NOTHING_BACK, words: '不用还' },
              ...partner.slots.map((one) => ({
                value: one.slotId, words: slotWords(one, today, one.villageName), note: `${partner.person.name}的班，您来值`,
              })),
            ]}
            onChange={setReturnId}
          />
        </Card>
      )}
    </Page>
  )
}
