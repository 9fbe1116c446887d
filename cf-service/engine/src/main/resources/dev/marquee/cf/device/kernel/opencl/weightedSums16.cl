__kernel void weightedSums(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *x, __global uchar *weights, __global uchar *partial, __global uchar *sizes, __private int k)
{
  bool b_8;
  float f_12, f_17, f_23, f_24;
  int i_5, i_6, i_7, i_9, i_10, i_11, i_13, i_18, i_19, i_25, i_26, i_27;
  long l_14, l_15, l_20, l_21, l_28, l_29;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_16, ul_22, ul_30;

  // BLOCK 0
  ul_0  =  (ulong) x;
  ul_1  =  (ulong) weights;
  ul_2  =  (ulong) partial;
  ul_3  =  (ulong) sizes;
  ul_4  =  ul_3 + 0L;
  i_5  =  *((__global int *) ul_4);
  i_6  =  get_group_id(0);
  i_7  =  i_6 << 6;
  b_8  =  i_7 < i_5;
  if(b_8)
  {
    // BLOCK 1
    i_9  =  i_7 + 64;
    i_10  =  (i_5 < i_9) ? i_5 : i_9;
    i_11  =  get_local_id(0);
    // BLOCK 2 MERGES [1 3 ]
    f_12  =  0.0F;
    i_13  =  i_7;
    for(;i_13 < i_10;)
    {
      // BLOCK 3
      l_14  =  (long) i_13;
      l_15  =  l_14 << 2;
      ul_16  =  ul_1 + l_15;
      f_17  =  *((__global float *) ul_16);
      i_18  =  i_13 << 4;
      i_19  =  i_18 + i_11;
      l_20  =  (long) i_19;
      l_21  =  l_20 << 2;
      ul_22  =  ul_0 + l_21;
      f_23  =  *((__global float *) ul_22);
      f_24  =  fma(f_17, f_23, f_12);
      i_25  =  i_13 + 1;
      f_12  =  f_24;
      i_13  =  i_25;
    }  // B2
    // BLOCK 4
    i_26  =  i_6 << 4;
    i_27  =  i_26 + i_11;
    l_28  =  (long) i_27;
    l_29  =  l_28 << 2;
    ul_30  =  ul_2 + l_29;
    *((__global float *) ul_30)  =  f_12;
  }  // B0
  else
  {
    // BLOCK 5
  }  // B0
  // BLOCK 6 MERGES [5 4 ]
  return;
}  //  kernel
