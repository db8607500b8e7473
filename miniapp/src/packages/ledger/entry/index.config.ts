export default definePageConfig({
  navigationBarTitleText: '这一笔',
  enablePullDownRefresh: true,
})
