import Taro from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { createStore, useStore } from '@/platform/store'
import { answersMatters } from './my-posts'
import { openPage } from './ways'

/** Which side of the home tab is up: raising matters, or answering them. */
export type Face = 'villager' | 'cadre'

const STORAGE_KEY = 'home-face'
const picked = createStore<Face | null>(Taro.getStorageSync<Face | ''>(STORAGE_KEY) || null)

/** The sides a person has; a cadre's own work comes first, whatever office it is at. */
export function facesOf(me: Me): readonly Face[] {
  const faces: Face[] = []
  if (answersMatters(me)) faces.push('cadre')
  if (me.posts.some((post) => post.kind === 'resident')) faces.push('villager')
  return faces
}

/** The side last picked on this phone, if the person has it. */
export function useFace(me: Me): Face | null {
  const faces = facesOf(me)
  const last = useStore(picked)
  return last !== null && faces.includes(last) ? last : (faces[0] ?? null)
}

export function pickFace(face: Face): void {
  Taro.setStorageSync(STORAGE_KEY, face)
  picked.write(face)
}

/** What waits for a cadre's answer. */
export function openInbox(): void {
  pickFace('cadre')
  openPage('/pages/home/index')
}
