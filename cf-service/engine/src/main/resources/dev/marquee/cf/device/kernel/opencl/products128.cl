__kernel void products(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *a, __global uchar *b, __global uchar *diagonal, __global uchar *partial, __global uchar *sizes, __global uchar *numbers, __private int k)
{
  bool b_10, b_18;
  float f_15, f_19, f_23, f_25, f_26, f_32, f_34, f_35, f_36, f_37;
  int i_7, i_8, i_9, i_11, i_12, i_13, i_16, i_17, i_27, i_28, i_38, i_39, i_40;
  long l_20, l_21, l_29, l_30, l_41, l_42;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_6, ul_14, ul_22, ul_24, ul_31, ul_33, ul_43;

  // BLOCK 0
  ul_0  =  (ulong) a;
  ul_1  =  (ulong) b;
  ul_2  =  (ulong) diagonal;
  ul_3  =  (ulong) partial;
  ul_4  =  (ulong) sizes;
  ul_5  =  (ulong) numbers;
  ul_6  =  ul_4 + 0L;
  i_7  =  *((__global int *) ul_6);
  i_8  =  get_group_id(0);
  i_9  =  i_8 << 6;
  b_10  =  i_9 < i_7;
  if(b_10)
  {
    // BLOCK 1
    i_11  =  i_9 + 64;
    i_12  =  (i_7 < i_11) ? i_7 : i_11;
    i_13  =  get_local_id(0);
    ul_14  =  ul_4 + 4L;
    // BLOCK 2 MERGES [1 6 ]
    f_15  =  0.0F;
    i_16  =  i_9;
    for(;i_16 < i_12;)
    {
      // BLOCK 3
      i_17  =  *((__global int *) ul_14);
      b_18  =  i_17 == 0;
      if(b_18)
      {
        // BLOCK 4
        f_19  =  1.0F;
      }  // B3
      else
      {
        // BLOCK 5
        l_20  =  (long) i_16;
        l_21  =  l_20 << 2;
        ul_22  =  ul_2 + l_21;
        f_23  =  *((__global float *) ul_22);
        ul_24  =  ul_5 + 0L;
        f_25  =  *((__global float *) ul_24);
        f_26  =  f_23 + f_25;
        f_19  =  f_26;
      }  // B3
      // BLOCK 6 MERGES [4 5 ]
      i_27  =  i_16 << 7;
      i_28  =  i_27 + i_13;
      l_29  =  (long) i_28;
      l_30  =  l_29 << 2;
      ul_31  =  ul_0 + l_30;
      f_32  =  *((__global float *) ul_31);
      ul_33  =  ul_1 + l_30;
      f_34  =  *((__global float *) ul_33);
      f_35  =  f_32 * f_34;
      f_36  =  f_35 / f_19;
      f_37  =  f_15 + f_36;
      i_38  =  i_16 + 1;
      f_15  =  f_37;
      i_16  =  i_38;
    }  // B2
    // BLOCK 7
    i_39  =  i_8 << 7;
    i_40  =  i_39 + i_13;
    l_41  =  (long) i_40;
    l_42  =  l_41 << 2;
    ul_43  =  ul_3 + l_42;
    *((__global float *) ul_43)  =  f_15;
  }  // B0
  else
  {
    // BLOCK 8
  }  // B0
  // BLOCK 9 MERGES [8 7 ]
  return;
}  //  kernel
