__kernel void ialsBegin(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *factors, __global uchar *partial, __global uchar *ranges, __global uchar *lambdas, __global uchar *products, __global uchar *residuals, __global uchar *directions, __global uchar *squares, __global uchar *sizes, __private int k)
{
  bool b_20, b_37, b_74, b_80, b_81;
  float f_39, f_45, f_46, f_53, f_55, f_64, f_66, f_67, f_68, f_70, f_71, f_75, f_77, f_78, f_82;
  int i_11, i_12, i_13, i_14, i_15, i_16, i_17, i_18, i_19, i_21, i_25, i_26, i_30, i_31, i_32, i_35, i_36, i_38, i_40, i_41, i_47, i_48, i_49, i_57, i_58, i_59, i_60, i_72, i_73, i_76, i_79;
  long l_22, l_23, l_27, l_28, l_33, l_34, l_42, l_43, l_50, l_51, l_61, l_62;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_6, ul_7, ul_8, ul_10, ul_24, ul_29, ul_44, ul_52, ul_54, ul_56, ul_63, ul_65, ul_69, ul_83;

  // BLOCK 0
  ul_0  =  (ulong) factors;
  ul_1  =  (ulong) partial;
  ul_2  =  (ulong) ranges;
  ul_3  =  (ulong) lambdas;
  ul_4  =  (ulong) products;
  ul_5  =  (ulong) residuals;
  ul_6  =  (ulong) directions;
  ul_7  =  (ulong) squares;
  ul_8  =  (ulong) sizes;
  __local float adf_9[64];
  ul_10  =  ul_8 + 0L;
  i_11  =  *((__global int *) ul_10);
  i_12  =  get_local_id(0);
  i_13  =  i_12 >> 31;
  i_14  =  i_13 >> 28;
  i_15  =  i_14 + i_12;
  i_16  =  i_15 >> 4;
  i_17  =  get_group_id(0);
  i_18  =  i_17 << 2;
  i_19  =  i_16 + i_18;
  b_20  =  i_19 < i_11;
  if(b_20)
  {
    // BLOCK 1
    i_21  =  i_19 << 1;
    l_22  =  (long) i_21;
    l_23  =  l_22 << 2;
    ul_24  =  ul_2 + l_23;
    i_25  =  *((__global int *) ul_24);
    i_26  =  i_21 + 1;
    l_27  =  (long) i_26;
    l_28  =  l_27 << 2;
    ul_29  =  ul_2 + l_28;
    i_30  =  *((__global int *) ul_29);
    i_31  =  i_25;
    i_32  =  i_30;
  }  // B0
  else
  {
    // BLOCK 2
    i_31  =  0;
    i_32  =  0;
  }  // B0
  // BLOCK 3 MERGES [2 1 ]
  l_33  =  (long) i_19;
  l_34  =  l_33 << 2;
  i_35  =  i_15 & -16;
  i_36  =  i_12 - i_35;
  b_37  =  i_31 < i_32;
  if(b_37)
  {
    // BLOCK 4
    i_38  =  i_31;
    // BLOCK 5 MERGES [4 6 ]
    f_39  =  0.0F;
    i_38  =  i_31;
    for(;i_38 < i_32;)
    {
      // BLOCK 6
      i_40  =  i_38 << 4;
      i_41  =  i_36 + i_40;
      l_42  =  (long) i_41;
      l_43  =  l_42 << 2;
      ul_44  =  ul_1 + l_43;
      f_45  =  *((__global float *) ul_44);
      f_46  =  f_39 + f_45;
      i_47  =  i_38 + 1;
      f_39  =  f_46;
      i_38  =  i_47;
    }  // B5
    // BLOCK 7
    i_48  =  i_19 << 4;
    i_49  =  i_48 + i_36;
    l_50  =  (long) i_49;
    l_51  =  l_50 << 2;
    ul_52  =  ul_4 + l_51;
    f_53  =  *((__global float *) ul_52);
    ul_54  =  ul_3 + l_34;
    f_55  =  *((__global float *) ul_54);
    ul_56  =  ul_8 + 4L;
    i_57  =  *((__global int *) ul_56);
    i_58  =  i_57 + i_19;
    i_59  =  i_58 << 4;
    i_60  =  i_59 + i_36;
    l_61  =  (long) i_60;
    l_62  =  l_61 << 2;
    ul_63  =  ul_0 + l_62;
    f_64  =  *((__global float *) ul_63);
    ul_65  =  ul_5 + l_51;
    f_66  =  f_39 - f_53;
    f_67  =  f_55 * f_64;
    f_68  =  f_66 - f_67;
    *((__global float *) ul_65)  =  f_68;
    ul_69  =  ul_6 + l_51;
    *((__global float *) ul_69)  =  f_68;
    f_70  =  f_68;
  }  // B3
  else
  {
    // BLOCK 8
    f_70  =  0.0F;
  }  // B3
  // BLOCK 9 MERGES [8 7 ]
  f_71  =  f_70 * f_70;
  adf_9[i_12]  =  f_71;
  // BLOCK 10 MERGES [9 14 ]
  i_72  =  8;
  for(;i_72 >= 1;)
  {
    // BLOCK 11
    barrier(CLK_LOCAL_MEM_FENCE);
    i_73  =  i_72 >> 1;
    b_74  =  i_36 < i_72;
    if(b_74)
    {
      // BLOCK 12
      f_75  =  adf_9[i_12];
      i_76  =  i_72 + i_12;
      f_77  =  adf_9[i_76];
      f_78  =  f_75 + f_77;
      adf_9[i_12]  =  f_78;
    }  // B11
    else
    {
      // BLOCK 13
    }  // B11
    // BLOCK 14 MERGES [13 12 ]
    i_79  =  i_73;
    i_72  =  i_79;
  }  // B10
  // BLOCK 15
  b_80  =  i_31 < i_32;
  if(b_80)
  {
    // BLOCK 16
    b_81  =  i_35 == i_12;
    if(b_81)
    {
      // BLOCK 17
      f_82  =  adf_9[i_12];
      ul_83  =  ul_7 + l_34;
      *((__global float *) ul_83)  =  f_82;
      return;
    }  // B16
    else
    {
      // BLOCK 18
      return;
    }  // B16
  }  // B15
  else
  {
    // BLOCK 19
  }  // B15
  // BLOCK 20 MERGES [19 18 17 ]
  return;
}  //  kernel
