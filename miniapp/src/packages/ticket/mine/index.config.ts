export default definePageConfig({
  navigationBarTitleText: '我说过的事',
  enablePullDownRefresh: true,
})
