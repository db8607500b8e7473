export default definePageConfig({
  navigationBarTitleText: '等我回的事',
  enablePullDownRefresh: true,
})
