import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { chinaDateOf } from '@huiying/shared/kernel'
import {
  SEAL_KIND_NAMES, SEAL_KINDS, SEAL_TITLE_LIMIT, type SealFormAnswer, type SealView,
} from '@huiying/shared/seal'
import { PastDay } from '@/features/expenses/past-day'
import { useUploadOnce } from '@/features/expenses/use-upload-once'
import { createSeal, saveSeal } from '@/features/seal/api'
import { sealUrl } from '@/features/seal/ways'
import { serverNow } from '@/platform/clock'
import { useDraft } from '@/platform/draft'
import { dropLocalFile } from '@/platform/local-file'
import { sendDraftNow } from '@/platform/send-draft'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import { Page } from '@/ui/page'
import { toast } from '@/ui/toast'
import { CounterpartyField } from './counterparty-field'
import styles from './draft.module.scss'
import {
  EMPTY_SEAL_DRAFT, sealBodyOf, sealDraftOf, sealFaultOf, type DraftPhoto, type SealDraft,
} from './draft-value'
import { PhotoField } from './photo-field'

export interface DraftFormProps {
  readonly form: SealFormAnswer
  readonly seal: SealView | null
}

/** Kept on the phone at every stroke; on the server by 保存. */
export function DraftForm({ form: { village, people }, seal }: DraftFormProps) {
  // A change belongs to the revision it began from: after another one it begins anew.
  const name = seal === null ? `seal/new/${village.id}` : `seal/${seal.id}/${seal.digest}`
  const [start] = useState(seal === null ? EMPTY_SEAL_DRAFT : sealDraftOf(seal))
  const kept = useDraft<SealDraft>(name, start)
  const { value: draft, change } = kept
  const { isBusy, fault, complain, run } = useAct()
  const uploadOnce = useUploadOnce()
  const idOf = async ({ local, kept: photo }: DraftPhoto): Promise<string | null> =>
    local === null ? photo?.id ?? null : uploadOnce(local)

  const save = () => {
    const wrong = sealFaultOf(draft)
    if (wrong !== null) return complain(wrong)
    return void run(async () => {
      const [documentId, minutesId] = [await idOf(draft.document), await idOf(draft.minutes)]
      const body = sealBodyOf(draft, { documentId, minutesId })
      const saved = await sendDraftNow(kept, (key) => seal === null
        ? createSeal(village.id, body, key)
        : saveSeal(seal.id, { content: body, shown: { revision: seal.revision, digest: seal.digest } }))
      const locals = [draft.document.local, draft.minutes.local]
      await Promise.all(locals.flatMap((local) => local === null ? [] : [dropLocalFile(local)]))
      toast('保存了')
      void Taro.redirectTo({ url: sealUrl(saved.id) })
    })
  }

  return (
    <Page
      title={seal === null ? '要用公章' : '改一改'}
      footer={
        <>
          <Fault words={fault} />
          <Button look='primary' isMain icon='check' isBusy={isBusy} busyWords='正在保存' onPress={save}>
            保存
          </Button>
        </>
      }
    >
      <View className={styles.note}>{`${village.name}。写到一半也在手机上，不会丢；保存以后再交出去请三个人签。`}</View>
      <Card>
        <Field title='什么事要盖章'>
          <Choice
            label='什么事要盖章'
            value={draft.kind}
            options={SEAL_KINDS.map((kind) => ({ value: kind, words: SEAL_KIND_NAMES[kind] }))}
            onChange={(kind) => change({ kind })}
          />
        </Field>
        <Field title='事由' note='一句话，村里人一看就懂'>
          <Line
            label='事由'
            value={draft.title}
            placeholder='比如：东塘承包给孙老板三年'
            maxLength={SEAL_TITLE_LIMIT}
            onChange={(title) => change({ title })}
          />
        </Field>
        <Field title='盖几份'>
          <Line
            label='盖几份'
            value={draft.copiesText}
            keyboard='number'
            maxLength={2}
            onChange={(copiesText) => change({ copiesText })}
          />
        </Field>
      </Card>
      <CounterpartyField draft={draft} people={people} change={change} />
      <Card title='要盖章的文件'>
        <View className={styles.note}>拍清楚，盖章的时候要对得上。</View>
        <PhotoField label='要盖章的文件' photo={draft.document} onChange={(document) => change({ document })} />
      </Card>
      <Card title='村“两委”联席会议'>
        <View className={styles.note}>要先开会同意，才能交出去请人签。</View>
        <Field title='会议记录'>
          <PhotoField label='会议记录' photo={draft.minutes} onChange={(minutes) => change({ minutes })} />
        </Field>
        <Field title='哪天开的'>
          <PastDay
            label='会议哪天开的'
            value={draft.heldOn === '' ? null : draft.heldOn}
            today={chinaDateOf(serverNow())}
            onChange={(heldOn) => change({ heldOn })}
          />
        </Field>
      </Card>
    </Page>
  )
}
