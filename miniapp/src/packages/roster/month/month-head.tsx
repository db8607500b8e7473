import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Me } from '@huiying/shared/identity'
import type { MonthStatus } from '@huiying/shared/roster'
import { addMonths, monthTitle } from '@/features/roster/words'
import { aria } from '@/ui/aria'
import { Button, pressHandlers } from '@/ui/button'
import { Icon, type IconName } from '@/ui/icon'
import { Tag, type Tone } from '@/ui/tag'
import { MakeMonth } from './make-month'
import { MarksSheet } from './marks-sheet'
import styles from './month.module.scss'
import { PaperSheet } from './paper-sheet'
import { rightsOf } from './rights'
import type { MonthDesk } from './use-edits'
import { WorkbookSheet } from './workbook-sheet'

export interface MonthHeadProps {
  readonly me: Me
  readonly month: string
  /** A village's leads see their own alone. */
  readonly villageId: string | undefined
  readonly desk: MonthDesk
  readonly onMonth: (month: string) => void
  readonly onLog: () => void
  readonly onFillHoles: () => void
}

const STATUS: Readonly<Record<MonthStatus | 'none', { readonly words: string; readonly tone: Tone }>> = {
  none: { words: '还没排', tone: 'plain' },
  draft: { words: '草稿，村民还看不到', tone: 'soon' },
  published: { words: '已公布', tone: 'ok' },
}

type Opened = 'paper' | 'workbook' | 'marks' | null

/** Which month, how far it is, and what may be done with it. */
export function MonthHead({ me, month, villageId, desk, onMonth, onLog, onFillHoles }: MonthHeadProps) {
  const [opened, setOpened] = useState<Opened>(null)
  const { model } = desk
  const answer = model?.answer ?? null
  const hasMonth = answer !== null && answer.status !== null
  const close = () => setOpened(null)
  // What comes and goes stands in a box of its own here and below: WeChat is sent the whole box in which it appears.
  return (
    <View>
      <View className={styles.head}>
        <View className={styles.turn}>
          <Turn icon='chevron-left' label='上个月' onPress={() => onMonth(addMonths(month, -1))} />
          <Text className={styles.month} {...aria({ role: 'heading' })}>{monthTitle(month)}</Text>
          <Turn icon='chevron-right' label='下个月' onPress={() => onMonth(addMonths(month, 1))} />
          {answer !== null && <Tag tone={STATUS[answer.status ?? 'none'].tone}>{STATUS[answer.status ?? 'none'].words}</Tag>}
        </View>
        <View className={styles.acts}>
          {answer?.mayGenerate === true && (
            <MakeMonth month={month} answer={answer} desk={desk} onFillHoles={onFillHoles} />
          )}
          {hasMonth && (
            <>
              <Act icon='printer' words='打印' onPress={() => setOpened('paper')} />
              <Act icon='file-text' words='表格' onPress={() => setOpened('workbook')} />
              <Act icon='list' words='改动记录' onPress={onLog} />
            </>
          )}
          {hasMonth && rightsOf(me).maySetVisits && (
            <Act icon='flag' words='重点村' onPress={() => setOpened('marks')} />
          )}
        </View>
      </View>
      <View>
        {opened !== null && model !== null && (
          <>
            <PaperSheet model={model} isOpen={opened === 'paper'} onClose={close} />
            <WorkbookSheet
              model={model}
              villageId={villageId}
              isOpen={opened === 'workbook'}
              onClose={close}
              onStored={desk.loaded.reload}
            />
            <MarksSheet model={model} isOpen={opened === 'marks'} onClose={close} onStored={desk.loaded.reload} />
          </>
        )}
      </View>
    </View>
  )
}

interface ActProps {
  readonly icon: IconName
  readonly words: string
  readonly onPress: () => void
}

function Act({ icon, words, onPress }: ActProps) {
  return (
    <View className={styles.act}>
      <Button icon={icon} onPress={onPress}>{words}</Button>
    </View>
  )
}

interface TurnProps {
  readonly icon: 'chevron-left' | 'chevron-right'
  readonly label: string
  readonly onPress: () => void
}

function Turn({ icon, label, onPress }: TurnProps) {
  return (
    <View className={styles.turnButton} {...pressHandlers(onPress)} {...aria({ role: 'button', label })}>
      <Icon name={icon} />
    </View>
  )
}
