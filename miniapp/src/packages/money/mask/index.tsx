import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ExpenseView } from '@huiying/shared/expenses'
import { MASK_BOX_LIMIT } from '@huiying/shared/files'
import { fetchExpense } from '@/features/expenses/api'
import { maskVoucher } from '@/features/expenses/ground-api'
import { maskUrl } from '@/features/expenses/ground-ways'
import { SignedIn } from '@/features/identity'
import { apiUrl } from '@/platform/request'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { aria } from '@/ui/aria'
import { Button, pressHandlers } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty, NotForYou } from '@/ui/states'
import { ask, toast } from '@/ui/toast'
import styles from './mask.module.scss'
import { MaskSheet } from './mask-sheet'
import { firstToMask, photosToMask, type PaperPhoto } from './papers'
import { useBoxes } from './use-boxes'

/** The accountant covers what leads to a person, photo by photo; only then do villagers see them. */
export default function MaskPage() {
  const { expense: id = '', file } = useRouter().params
  return (
    <Page title='遮住个人信息'>
      <SignedIn backTo={maskUrl(id, file)}>
        {(me) => <Known key={`${me.accountId}/${id}`} id={id} asked={file ?? null} />}
      </SignedIn>
    </Page>
  )
}

function Known({ id, asked }: { readonly id: string; readonly asked: string | null }) {
  const loaded = useLoad(`mask/${id}`, () => fetchExpense(id))
  const [pickedId, setPickedId] = useState(asked)
  const kept = async (fileId: string) => {
    await loaded.reload()
    setPickedId((before) => (before === fileId ? null : before))
  }
  return (
    <LoadedView loaded={loaded}>
      {(expense) => {
        if (!expense.may.mask) return <NotForYou action={{ words: '返回', onPress: goBack }} />
        return <Photos expense={expense} pickedId={pickedId} onPick={setPickedId} onKept={kept} />
      }}
    </LoadedView>
  )
}

interface PhotosProps {
  readonly expense: ExpenseView
  readonly pickedId: string | null
  readonly onPick: (fileId: string) => void
  readonly onKept: (fileId: string) => Promise<void>
}

function Photos({ expense, pickedId, onPick, onKept }: PhotosProps) {
  const photos = photosToMask(expense)
  const current = firstToMask(photos, pickedId)
  if (current === null) return <Empty icon='image' title='这张开支没有照片' action={{ words: '返回', onPress: goBack }} />
  const left = photos.filter(({ isMasked }) => !isMasked).length
  return (
    <>
      <View className={styles.note}>
        {left === 0 ? '都看过了，村里人看到的是遮好的。要改，选一张重新遮。' : `还有 ${left} 张没遮。没遮的，村里人看不到。`}
      </View>
      {photos.length > 1 && (
        <View className={styles.photos} {...aria({ role: 'list', label: '票据' })}>
          {photos.map((one, index) => (
            <Thumb
              key={one.fileId}
              paper={one}
              number={index + 1}
              isPicked={one.fileId === current.fileId}
              onPress={() => onPick(one.fileId)}
            />
          ))}
        </View>
      )}
      <OnePhoto key={`${current.fileId}/${current.isMasked}`} expenseId={expense.id} paper={current} onKept={onKept} />
    </>
  )
}

interface ThumbProps {
  readonly paper: PaperPhoto
  readonly number: number
  readonly isPicked: boolean
  readonly onPress: () => void
}

function Thumb({ paper: { photo, isMasked }, number, isPicked, onPress }: ThumbProps) {
  const words = isMasked ? '看过了' : '没遮'
  return (
    <View
      className={`${styles.photo} ${isPicked ? styles.picked : ''}`}
      {...pressHandlers(onPress)}
      {...aria({ role: 'button', label: `第 ${number} 张，${words}` })}
    >
      <Image className={styles.thumb} src={apiUrl(photo.thumbUrl)} mode='aspectFill' />
      <View className={`${styles.state} ${isMasked ? styles.isDone : styles.isOpen}`}>{words}</View>
    </View>
  )
}

interface OnePhotoProps {
  readonly expenseId: string
  readonly paper: PaperPhoto
  readonly onKept: (fileId: string) => Promise<void>
}

function OnePhoto({ expenseId, paper: { fileId, photo, isMasked }, onKept }: OnePhotoProps) {
  const hand = useBoxes(MASK_BOX_LIMIT)
  const act = useAct()
  const { boxes, picked } = hand
  const keep = async () => {
    const isDone = await act.run(async () => {
      await maskVoucher(expenseId, fileId, { boxes })
    })
    if (!isDone) return
    toast(boxes.length === 0 ? '记下了，这张不用遮' : '遮好了')
    await onKept(fileId)
  }
  const keepPlain = async () => {
    const words = '请再看一眼：身份证号、手机号、银行卡号、家庭住址都没有吗？'
    if (await ask({ title: '这张不用遮？', words, yes: '不用遮' })) await keep()
  }
  return (
    <Card>
      <View className={styles.note}>
        身份证号、手机号、银行卡号、住址，用手指从一角拖到另一角，就遮上了。按住黑块可以挪。
        {isMasked ? '这张已经遮过；重新遮，原来的就不用了。' : ''}
      </View>
      <MaskSheet url={photo.url} hand={hand} />
      <View className={styles.tools}>
        <View className={styles.tool}>
          <Button icon='trash-2' isSnug isDisabled={picked === null} onPress={hand.removePicked}>去掉这块</Button>
        </View>
        <View className={styles.tool}>
          <Button icon='undo-2' isSnug isDisabled={boxes.length === 0} onPress={hand.clear}>都去掉</Button>
        </View>
      </View>
      <Fault words={act.fault} />
      <View className={styles.act}>
        <Button look='primary' isMain icon='check' isBusy={act.isBusy} isDisabled={boxes.length === 0} onPress={() => void keep()}>
          {boxes.length === 0 ? '遮好了' : `遮好了（${boxes.length} 处）`}
        </Button>
      </View>
      <Button icon='eye' isDisabled={act.isBusy || boxes.length > 0} onPress={() => void keepPlain()}>
        不用遮，没有个人信息
      </Button>
    </Card>
  )
}
