__kernel void directions(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *residuals, __global uchar *diagonal, __global uchar *keep, __global uchar *directions, __global uchar *sizes, __global uchar *numbers, __private int k)
{
  bool b_10;
  float f_14, f_22, f_24, f_30, f_32, f_33, f_34, f_35;
  int i_7, i_8, i_9, i_15, i_16, i_17, i_18, i_25, i_26;
  long l_11, l_12, l_19, l_20, l_27, l_28;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_6, ul_13, ul_21, ul_23, ul_29, ul_31;

  // BLOCK 0
  ul_0  =  (ulong) residuals;
  ul_1  =  (ulong) diagonal;
  ul_2  =  (ulong) keep;
  ul_3  =  (ulong) directions;
  ul_4  =  (ulong) sizes;
  ul_5  =  (ulong) numbers;
  ul_6  =  ul_4 + 0L;
  i_7  =  *((__global int *) ul_6);
  i_8  =  get_global_id(0);
  i_9  =  i_7 << 6;
  b_10  =  i_8 < i_9;
  if(b_10)
  {
    // BLOCK 1
    l_11  =  (long) i_8;
    l_12  =  l_11 << 2;
    ul_13  =  ul_0 + l_12;
    f_14  =  *((__global float *) ul_13);
    i_15  =  i_8 >> 31;
    i_16  =  i_15 >> 26;
    i_17  =  i_16 + i_8;
    i_18  =  i_17 >> 6;
    l_19  =  (long) i_18;
    l_20  =  l_19 << 2;
    ul_21  =  ul_1 + l_20;
    f_22  =  *((__global float *) ul_21);
    ul_23  =  ul_5 + 0L;
    f_24  =  *((__global float *) ul_23);
    i_25  =  i_17 & -64;
    i_26  =  i_8 - i_25;
    l_27  =  (long) i_26;
    l_28  =  l_27 << 2;
    ul_29  =  ul_2 + l_28;
    f_30  =  *((__global float *) ul_29);
    ul_31  =  ul_3 + l_12;
    f_32  =  *((__global float *) ul_31);
    f_33  =  f_22 + f_24;
    f_34  =  f_14 / f_33;
    f_35  =  fma(f_30, f_32, f_34);
    *((__global float *) ul_31)  =  f_35;
  }  // B0
  else
  {
    // BLOCK 2
  }  // B0
  // BLOCK 3 MERGES [2 1 ]
  return;
}  //  kernel
