import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { KINSHIP_NAMES, type KinshipsAnswer } from '@huiying/shared/expenses'
import { fetchKinships, removeKinship } from '@/features/expenses/ground-api'
import { keepsRelativesOf, relativesUrl } from '@/features/expenses/ground-ways'
import { SignedIn } from '@/features/identity'
import { personWords } from '@/features/tickets/words'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { ListRow } from '@/ui/list-row'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty, NotForYou } from '@/ui/states'
import { ask, toast } from '@/ui/toast'
import { AddSheet } from './add-sheet'
import { PickVillage } from './pick-village'
import styles from './relatives.module.scss'

/** Who is a close relative of whom, so that nobody signs for his own. */
export default function RelativesPage() {
  const { village } = useRouter().params
  return (
    <Page title='近亲属登记'>
      <SignedIn backTo={relativesUrl(village)}>
        {(me) => {
          const keeps = keepsRelativesOf(me)
          if (keeps === null) return <NotForYou action={{ words: '返回', onPress: goBack }} />
          const villageId = village ?? keeps.village?.id
          if (villageId !== undefined) return <Register key={`${me.accountId}/${villageId}`} villageId={villageId} />
          return <PickVillage me={me} />
        }}
      </SignedIn>
    </Page>
  )
}

function Register({ villageId }: { readonly villageId: string }) {
  const loaded = useLoad(`kinships/${villageId}`, () => fetchKinships(villageId))
  const [isAdding, setIsAdding] = useState(false)
  return (
    <>
      <Card>
        <View className={styles.note}>
          为什么记：村里花钱、盖章，收钱的、签合同的要是签字人的近亲属，那个人就不能签。只记人和关系，别的不记。
        </View>
        <View className={styles.note}>谁看得到：只有监委会主任、街道工作人员和管理员。签字被挡住时，会说“是近亲属”，不说是哪一种。</View>
      </Card>
      <LoadedView loaded={loaded}>
        {(answer) => (
          <>
            <Card title={answer.kinships.length === 0 ? '登记' : `登记 ${answer.kinships.length} 对`}>
              {answer.kinships.length === 0 && <Empty icon='users-round' title='还没有登记' />}
              {answer.kinships.map((line) => (
                <Line key={line.id} line={line} onChanged={loaded.replace} />
              ))}
              <View className={styles.act}>
                <Button look='primary' icon='plus' onPress={() => setIsAdding(true)}>加一对</Button>
              </View>
            </Card>
            <AddSheet
              villageId={villageId}
              people={answer.people}
              isOpen={isAdding}
              onClose={() => setIsAdding(false)}
              onChanged={loaded.replace}
            />
          </>
        )}
      </LoadedView>
    </>
  )
}

interface LineProps {
  readonly line: KinshipsAnswer['kinships'][number]
  readonly onChanged: (answer: KinshipsAnswer) => void
}

function Line({ line: { id, person, relative, kind }, onChanged }: LineProps) {
  const act = useAct()
  const remove = async () => {
    const words = `${person.name}和${relative.name}。去掉以后签的字不再看这一条；已经签的不变。`
    if (!(await ask({ title: '去掉这一对？', words, yes: '去掉' }))) return
    const isDone = await act.run(async () => onChanged(await removeKinship(id)))
    if (isDone) toast('去掉了')
  }
  return (
    <>
      <ListRow
        icon='users-round'
        title={`${personWords(person)} — ${personWords(relative)}`}
        note={`${relative.name}是${person.name}的：${KINSHIP_NAMES[kind]}`}
        end={<Button isSnug icon='trash-2' label={`去掉${person.name}和${relative.name}`} isBusy={act.isBusy} onPress={() => void remove()}>去掉</Button>}
      />
      <Fault words={act.fault} />
    </>
  )
}
