__kernel void sgdRefresh(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *factors, __global uchar *state, __global uchar *sizes, __global uchar *numbers, __private int k)
{
  bool b_7;
  float f_9, f_15, f_16, f_17, f_20, f_26, f_31, f_32, f_33, f_38, f_43, f_44;
  int i_5, i_6, i_8, i_10, i_11, i_18, i_21, i_22, i_27, i_34, i_39, i_45;
  long l_12, l_13, l_23, l_24, l_28, l_29, l_35, l_36, l_40, l_41, l_46, l_47;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_14, ul_19, ul_25, ul_30, ul_37, ul_42, ul_48;

  // BLOCK 0
  ul_0  =  (ulong) factors;
  ul_1  =  (ulong) state;
  ul_2  =  (ulong) sizes;
  ul_3  =  (ulong) numbers;
  ul_4  =  ul_2 + 0L;
  i_5  =  *((__global int *) ul_4);
  i_6  =  get_global_id(0);
  b_7  =  i_6 < i_5;
  if(b_7)
  {
    // BLOCK 1
    i_8  =  i_6 << 7;
    // BLOCK 2 MERGES [1 3 ]
    f_9  =  0.0F;
    i_10  =  0;
    for(;i_10 < 128;)
    {
      // BLOCK 3
      i_11  =  i_8 + i_10;
      l_12  =  (long) i_11;
      l_13  =  l_12 << 2;
      ul_14  =  ul_0 + l_13;
      f_15  =  *((__global float *) ul_14);
      f_16  =  *((__global float *) ul_14);
      f_17  =  fma(f_15, f_16, f_9);
      i_18  =  i_10 + 1;
      f_9  =  f_17;
      i_10  =  i_18;
    }  // B2
    // BLOCK 4
    ul_19  =  ul_3 + 0L;
    f_20  =  *((__global float *) ul_19);
    i_21  =  i_6 << 3;
    i_22  =  i_21 + 3;
    l_23  =  (long) i_22;
    l_24  =  l_23 << 2;
    ul_25  =  ul_1 + l_24;
    f_26  =  *((__global float *) ul_25);
    i_27  =  i_21 + 1;
    l_28  =  (long) i_27;
    l_29  =  l_28 << 2;
    ul_30  =  ul_1 + l_29;
    f_31  =  native_sqrt(f_26);
    f_32  =  f_20 / f_31;
    *((__global float *) ul_30)  =  f_32;
    f_33  =  *((__global float *) ul_19);
    i_34  =  i_21 + 4;
    l_35  =  (long) i_34;
    l_36  =  l_35 << 2;
    ul_37  =  ul_1 + l_36;
    f_38  =  *((__global float *) ul_37);
    i_39  =  i_21 + 2;
    l_40  =  (long) i_39;
    l_41  =  l_40 << 2;
    ul_42  =  ul_1 + l_41;
    f_43  =  native_sqrt(f_38);
    f_44  =  f_33 / f_43;
    *((__global float *) ul_42)  =  f_44;
    i_45  =  i_21 + 5;
    l_46  =  (long) i_45;
    l_47  =  l_46 << 2;
    ul_48  =  ul_1 + l_47;
    *((__global float *) ul_48)  =  f_9;
  }  // B0
  else
  {
    // BLOCK 5
  }  // B0
  // BLOCK 6 MERGES [5 4 ]
  return;
}  //  kernel
