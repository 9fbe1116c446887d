__kernel void addRow(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *source, __global uchar *weights, __global uchar *x, __global uchar *sizes, __private int k)
{
  bool b_8;
  float f_12, f_20, f_30, f_31;
  int i_5, i_6, i_7, i_13, i_14, i_15, i_16, i_22, i_23, i_24, i_25, i_26;
  long l_9, l_10, l_17, l_18, l_27, l_28;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_11, ul_19, ul_21, ul_29;

  // BLOCK 0
  ul_0  =  (ulong) source;
  ul_1  =  (ulong) weights;
  ul_2  =  (ulong) x;
  ul_3  =  (ulong) sizes;
  ul_4  =  ul_3 + 0L;
  i_5  =  *((__global int *) ul_4);
  i_6  =  get_global_id(0);
  i_7  =  i_5 << 7;
  b_8  =  i_6 < i_7;
  if(b_8)
  {
    // BLOCK 1
    l_9  =  (long) i_6;
    l_10  =  l_9 << 2;
    ul_11  =  ul_2 + l_10;
    f_12  =  *((__global float *) ul_11);
    i_13  =  i_6 >> 31;
    i_14  =  i_13 >> 25;
    i_15  =  i_14 + i_6;
    i_16  =  i_15 >> 7;
    l_17  =  (long) i_16;
    l_18  =  l_17 << 2;
    ul_19  =  ul_1 + l_18;
    f_20  =  *((__global float *) ul_19);
    ul_21  =  ul_3 + 4L;
    i_22  =  *((__global int *) ul_21);
    i_23  =  i_15 & -128;
    i_24  =  i_6 - i_23;
    i_25  =  i_22 << 7;
    i_26  =  i_24 + i_25;
    l_27  =  (long) i_26;
    l_28  =  l_27 << 2;
    ul_29  =  ul_0 + l_28;
    f_30  =  *((__global float *) ul_29);
    f_31  =  fma(f_20, f_30, f_12);
    *((__global float *) ul_11)  =  f_31;
  }  // B0
  else
  {
    // BLOCK 2
  }  // B0
  // BLOCK 3 MERGES [2 1 ]
  return;
}  //  kernel
