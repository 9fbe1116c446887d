__kernel void ialsGramSum(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *partial, __global uchar *gram, __global uchar *sizes, __global uchar *numbers, __private int k)
{
  bool b_5, b_12;
  float f_17, f_26, f_27, f_30, f_34;
  int i_4, i_6, i_7, i_8, i_9, i_10, i_11, i_13, i_14, i_16, i_18, i_19, i_20, i_21, i_22, i_28;
  long l_23, l_24, l_31, l_32;
  ulong ul_0, ul_1, ul_2, ul_3, ul_15, ul_25, ul_29, ul_33;

  // BLOCK 0
  ul_0  =  (ulong) partial;
  ul_1  =  (ulong) gram;
  ul_2  =  (ulong) sizes;
  ul_3  =  (ulong) numbers;
  i_4  =  get_global_id(0);
  b_5  =  i_4 < 4096;
  if(b_5)
  {
    // BLOCK 1
    i_6  =  i_4 >> 31;
    i_7  =  i_6 >> 26;
    i_8  =  i_7 + i_4;
    i_9  =  i_8 >> 6;
    i_10  =  i_8 & -64;
    i_11  =  i_4 - i_10;
    b_12  =  i_9 < i_11;
    if(b_12)
    {
      // BLOCK 2
      i_13  =  i_11;
      i_14  =  i_9;
    }  // B1
    else
    {
      // BLOCK 3
      i_13  =  i_9;
      i_14  =  i_11;
    }  // B1
    // BLOCK 4 MERGES [3 2 ]
    ul_15  =  ul_2 + 0L;
    i_16  =  *((__global int *) ul_15);
    // BLOCK 5 MERGES [4 6 ]
    f_17  =  0.0F;
    i_18  =  0;
    for(;i_18 < i_16;)
    {
      // BLOCK 6
      i_19  =  i_18 << 6;
      i_20  =  i_19 + i_13;
      i_21  =  i_20 << 6;
      i_22  =  i_14 + i_21;
      l_23  =  (long) i_22;
      l_24  =  l_23 << 2;
      ul_25  =  ul_0 + l_24;
      f_26  =  *((__global float *) ul_25);
      f_27  =  f_17 + f_26;
      i_28  =  i_18 + 1;
      f_17  =  f_27;
      i_18  =  i_28;
    }  // B5
    // BLOCK 7
    ul_29  =  ul_3 + 0L;
    f_30  =  *((__global float *) ul_29);
    l_31  =  (long) i_4;
    l_32  =  l_31 << 2;
    ul_33  =  ul_1 + l_32;
    f_34  =  f_30 * f_17;
    *((__global float *) ul_33)  =  f_34;
  }  // B0
  else
  {
    // BLOCK 8
  }  // B0
  // BLOCK 9 MERGES [8 7 ]
  return;
}  //  kernel
