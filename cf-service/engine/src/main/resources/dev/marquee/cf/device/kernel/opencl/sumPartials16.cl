__kernel void sumPartials(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *partial, __global uchar *rows, __global uchar *scale, __global uchar *target, __global uchar *sizes, __private int k)
{
  bool b_9;
  float f_26, f_33, f_34, f_41, f_47;
  int i_6, i_7, i_8, i_10, i_11, i_12, i_13, i_14, i_15, i_19, i_23, i_24, i_25, i_27, i_28, i_29, i_35, i_37, i_42, i_43;
  long l_16, l_17, l_20, l_21, l_30, l_31, l_38, l_39, l_44, l_45;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_18, ul_22, ul_32, ul_36, ul_40, ul_46;

  // BLOCK 0
  ul_0  =  (ulong) partial;
  ul_1  =  (ulong) rows;
  ul_2  =  (ulong) scale;
  ul_3  =  (ulong) target;
  ul_4  =  (ulong) sizes;
  ul_5  =  ul_4 + 0L;
  i_6  =  *((__global int *) ul_5);
  i_7  =  get_global_id(0);
  i_8  =  i_6 << 4;
  b_9  =  i_7 < i_8;
  if(b_9)
  {
    // BLOCK 1
    i_10  =  i_7 >> 31;
    i_11  =  i_10 >> 28;
    i_12  =  i_11 + i_7;
    i_13  =  i_12 >> 4;
    i_14  =  i_13 << 1;
    i_15  =  i_14 + 1;
    l_16  =  (long) i_15;
    l_17  =  l_16 << 2;
    ul_18  =  ul_1 + l_17;
    i_19  =  *((__global int *) ul_18);
    l_20  =  (long) i_14;
    l_21  =  l_20 << 2;
    ul_22  =  ul_1 + l_21;
    i_23  =  *((__global int *) ul_22);
    i_24  =  i_12 & -16;
    i_25  =  i_7 - i_24;
    // BLOCK 2 MERGES [1 3 ]
    f_26  =  0.0F;
    i_27  =  i_23;
    for(;i_27 < i_19;)
    {
      // BLOCK 3
      i_28  =  i_27 << 4;
      i_29  =  i_25 + i_28;
      l_30  =  (long) i_29;
      l_31  =  l_30 << 2;
      ul_32  =  ul_0 + l_31;
      f_33  =  *((__global float *) ul_32);
      f_34  =  f_26 + f_33;
      i_35  =  i_27 + 1;
      f_26  =  f_34;
      i_27  =  i_35;
    }  // B2
    // BLOCK 4
    ul_36  =  ul_4 + 4L;
    i_37  =  *((__global int *) ul_36);
    l_38  =  (long) i_13;
    l_39  =  l_38 << 2;
    ul_40  =  ul_2 + l_39;
    f_41  =  *((__global float *) ul_40);
    i_42  =  i_37 << 4;
    i_43  =  i_42 + i_7;
    l_44  =  (long) i_43;
    l_45  =  l_44 << 2;
    ul_46  =  ul_3 + l_45;
    f_47  =  f_41 * f_26;
    *((__global float *) ul_46)  =  f_47;
  }  // B0
  else
  {
    // BLOCK 5
  }  // B0
  // BLOCK 6 MERGES [5 4 ]
  return;
}  //  kernel
